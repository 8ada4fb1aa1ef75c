import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { authentication } from '../fields/authentication';
import { actingUser } from '../fields/people';
import { mergeOrders, type Places, rectangles } from './layout';
import type { Operation, Resource } from './operation';

/** The whole form of the node, made from the table. */
export function formOf(table: readonly Resource[]): INodeProperties[] {
	return [
		authentication,
		...actingUser.properties.map((property) =>
			shownFor(property, { authentication: ['platformApiKey'] }),
		),
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: byName(table),
			default: String(table[0]?.option.value ?? ''),
		},
		...table.map(operationSelector),
		...sharedProperties(table),
	];
}

function operationSelector({ option, operations }: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [String(option.value)] } },
		options: byName(operations.map(offered)),
		default: String(operations[0]?.option.value ?? ''),
	};
}

/** The entry of an operation, hidden where the chosen kind of key may not do it. */
function offered({ option, onlyWith }: Operation): Pick<Operation, 'option'> {
	if (onlyWith === undefined) return { option };
	return { option: { ...option, displayOptions: { show: { authentication: [onlyWith] } } } };
}

/** n8n lists options in alphabetical order; the first of the table is only the default. */
function byName(entries: ReadonlyArray<{ readonly option: INodePropertyOptions }>) {
	return entries.map(({ option }) => option).sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * Every distinct property once, shown for the operations that use it. Properties keep the order that each operation
 * gives them, so that one definition can serve operations with different neighbours.
 */
function sharedProperties(table: readonly Resource[]): INodeProperties[] {
	const properties = new Map<string, INodeProperties>();
	const places = new Map<string, Places>();
	const orders: string[][] = [];
	for (const { option, operations } of table) {
		for (const operation of operations) {
			const order = operation.properties.map((property) => {
				const key = JSON.stringify(property);
				properties.set(key, property);
				places.set(key, withPlace(places.get(key), option.value, operation.option.value));
				return key;
			});
			orders.push(order);
		}
	}
	const everywhere = placesOf(table);
	return mergeOrders(orders).flatMap((key) => {
		const property = properties.get(key);
		const shows = rectangles(places.get(key) ?? new Map(), everywhere);
		return property === undefined ? [] : shows.map((show) => shownFor(property, show));
	});
}

function withPlace(
	places: Places = new Map(),
	resource: INodePropertyOptions['value'],
	operation: INodePropertyOptions['value'],
): Places {
	const operations = places.get(String(resource)) ?? new Set<string>();
	return places.set(String(resource), operations.add(String(operation)));
}

function placesOf(table: readonly Resource[]): Places {
	return new Map(
		table.map(({ option, operations }) => [
			String(option.value),
			new Set(operations.map((operation) => String(operation.option.value))),
		]),
	);
}

function shownFor(property: INodeProperties, show: Record<string, string[]>): INodeProperties {
	return {
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { ...show, ...property.displayOptions?.show },
		},
	};
}
