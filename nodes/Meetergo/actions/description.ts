import type { INodeProperties } from 'n8n-workflow';
import { authentication } from '../fields/authentication';
import { actingUser } from '../fields/people';
import type { Resource } from './operation';

/** Where a part of the form stands: in these operations of these resources. */
interface Placed {
	readonly property: INodeProperties;
	readonly operations: Map<string, string[]>;
}

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
			options: table.map(({ option }) => option),
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
		options: operations.map((operation) => operation.option),
		default: String(operations[0]?.option.value ?? ''),
	};
}

/**
 * Every distinct property once, shown for the operations that use it. Properties keep the order that each operation
 * gives them, so that one definition can serve operations with different neighbours.
 */
function sharedProperties(table: readonly Resource[]): INodeProperties[] {
	const placed = new Map<string, Placed>();
	const orders: string[][] = [];
	for (const { option, operations } of table) {
		for (const operation of operations) {
			const keys = operation.properties.map((property) => JSON.stringify(property));
			operation.properties.forEach((property, at) => {
				const key = keys[at] ?? '';
				const place = placed.get(key) ?? { property, operations: new Map<string, string[]>() };
				const resource = String(option.value);
				const names = place.operations.get(resource) ?? [];
				place.operations.set(resource, [...names, String(operation.option.value)]);
				placed.set(key, place);
			});
			orders.push(keys);
		}
	}
	return mergeOrders(orders).flatMap((key) => {
		const place = placed.get(key);
		return place === undefined ? [] : shownWherePlaced(place);
	});
}

/** n8n joins `resource` and `operation` by "and", so resources share an entry only when they name the same operations. */
function shownWherePlaced({ property, operations }: Placed): INodeProperties[] {
	const resourcesOf = new Map<string, string[]>();
	for (const [resource, names] of operations) {
		const key = names.join();
		resourcesOf.set(key, [...(resourcesOf.get(key) ?? []), resource]);
	}
	return [...resourcesOf].map(([names, resource]) =>
		shownFor(property, { resource, operation: names.split(',') }),
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

/**
 * Merges several orders of some keys into one that keeps each of them.
 * Where two orders contradict each other, the earlier one wins.
 */
export function mergeOrders(orders: ReadonlyArray<readonly string[]>): string[] {
	const before = new Map<string, Set<string>>();
	for (const order of orders) {
		order.forEach((key, at) => {
			const earlier = before.get(key) ?? new Set<string>();
			order.slice(0, at).forEach((other) => earlier.add(other));
			before.set(key, earlier);
		});
	}
	const merged = new Set<string>();
	const visiting = new Set<string>();
	const visit = (key: string): void => {
		if (merged.has(key) || visiting.has(key)) return;
		visiting.add(key);
		before.get(key)?.forEach(visit);
		merged.add(key);
	};
	orders.flat().forEach(visit);
	return [...merged];
}
