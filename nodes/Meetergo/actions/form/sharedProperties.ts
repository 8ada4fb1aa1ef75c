import type { INodeProperties } from 'n8n-workflow';
import type { Resource } from '../operation';
import { conditions, type Places, rectangles, type Rectangle, within } from './layout';
import { mergeOrders } from './mergeOrders';

/**
 * The properties of all operations, each distinct one stored once and shown for the operations that use it. They keep the
 * order that each operation gives them. Collections of the same name become one, whose fields are shown in the same way.
 */
export function sharedProperties(table: readonly Resource[]): INodeProperties[] {
	const all = new Gathering();
	const everywhere: Places = new Map();
	for (const { option, operations } of table) {
		for (const operation of operations) {
			const place = [String(option.value), String(operation.option.value)] as const;
			all.add(operation.properties, place);
			put(everywhere, place);
		}
	}
	return all
		.inOrder()
		.flatMap((entry) =>
			rectangles(entry.places, everywhere).map((show) =>
				shownFor(filled(entry, show), conditions(show, everywhere)),
			),
		);
}

/** One property and the operations that have it. */
interface Entry {
	readonly property: INodeProperties;
	readonly places: Places;
	/** What a collection offers. */
	readonly inner: Gathering;
}

type Place = readonly [resource: string, operation: string];

/** Gathers properties of many operations. */
class Gathering {
	private readonly entries = new Map<string, Entry>();
	private readonly orders: string[][] = [];

	add(properties: readonly INodeProperties[], place: Place): void {
		this.orders.push(
			properties.map((property) => {
				const fields = fieldsOf(property);
				const bare = fields.length > 0 ? { ...property, options: [] } : property;
				const key = JSON.stringify(bare);
				const entry = this.entries.get(key) ?? {
					property: bare,
					places: new Map(),
					inner: new Gathering(),
				};
				this.entries.set(key, entry);
				put(entry.places, place);
				entry.inner.add(fields, place);
				return key;
			}),
		);
	}

	inOrder(): Entry[] {
		return mergeOrders(this.orders).flatMap((key) => this.entries.get(key) ?? []);
	}
}

/** A property with what it offers in a part of the form. */
function filled({ property, places, inner }: Entry, part: Rectangle): INodeProperties {
	const here = within(places, part);
	const options = inner.inOrder().flatMap((entry) =>
		rectangles(within(entry.places, part), here).map((show) =>
			// A leading slash makes n8n look at the form around the collection.
			shownFor(entry.property, conditions(show, here, '/')),
		),
	);
	if (options.length === 0) return property;
	return { ...property, options: options.sort(byDisplayName) };
}

function byDisplayName(a: INodeProperties, b: INodeProperties): number {
	return a.displayName.localeCompare(b.displayName);
}

/** What a collection offers. */
function fieldsOf({ type, options = [] }: INodeProperties): INodeProperties[] {
	return type === 'collection' ? options.filter((option) => 'type' in option) : [];
}

function put(places: Places, [resource, operation]: Place): void {
	const operations = places.get(resource) ?? new Set<string>();
	places.set(resource, operations.add(operation));
}

/** The same property, shown only where other fields of the form have these values. */
export function shownFor(
	property: INodeProperties,
	show: Record<string, string[]>,
): INodeProperties {
	if (Object.keys(show).length === 0) return property;
	return {
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { ...show, ...property.displayOptions?.show },
		},
	};
}
