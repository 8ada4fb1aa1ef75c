import type { INodeProperties } from 'n8n-workflow';
import { table } from '../../nodes/Meetergo/actions';
import type { Operation } from '../../nodes/Meetergo/actions/operation';

/** An operation of the table with its resource. */
export interface Entry {
	readonly resource: string;
	readonly resourceName: string;
	readonly operation: Operation;
}

/** An operation by its name, such as `booking.get`. */
export function nameOf({ resource, operation }: Pick<Entry, 'resource' | 'operation'>): string {
	return `${resource}.${operation.option.value}`;
}

/** Every operation, in the order in which the form lists them. */
export const entries: readonly Entry[] = table
	.flatMap(({ option, operations }) =>
		operations.map((operation) => ({
			resource: String(option.value),
			resourceName: option.name,
			operation,
		})),
	)
	.sort(
		(a, b) =>
			a.resourceName.localeCompare(b.resourceName) ||
			a.operation.option.name.localeCompare(b.operation.option.name),
	);

/** A field of the form with the path under which a workflow stores it, such as `options.maxWait`. */
export interface Placed {
	readonly path: string;
	readonly property: INodeProperties;
}

/** The properties of a form, those inside collections included. */
export function flatten(properties: readonly INodeProperties[], prefix = ''): Placed[] {
	return properties.flatMap((property) => {
		const path = `${prefix}${property.name}`;
		const inner = innerProperties(property).flatMap(({ name, values }) =>
			flatten(values, `${path}.${name}`),
		);
		return [{ path, property }, ...inner];
	});
}

function innerProperties(
	property: INodeProperties,
): Array<{ readonly name: string; readonly values: readonly INodeProperties[] }> {
	const options = property.options ?? [];
	if (property.type === 'collection') {
		return [{ name: '', values: options.filter((option) => 'type' in option) }];
	}
	if (property.type !== 'fixedCollection') return [];
	return options.flatMap((option) =>
		'values' in option ? [{ name: `${option.name}.`, values: option.values }] : [],
	);
}

/** The values a closed list offers, one or several of which may be chosen; `undefined` for other fields. */
export function valuesOf(property: INodeProperties): unknown[] | undefined {
	if (property.type !== 'options' && property.type !== 'multiOptions') return undefined;
	return property.options?.flatMap((option) => ('value' in option ? [option.value] : []));
}
