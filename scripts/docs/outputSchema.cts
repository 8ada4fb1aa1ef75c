import { isObject } from '../../engine/isObject.cts';

/** A JSON schema, as far as output needs one; n8n's editor takes the first type for the one to show. */
export interface OutputSchema {
	readonly type: readonly TypeName[];
	readonly properties?: Readonly<Record<string, OutputSchema>>;
	readonly items?: OutputSchema;
}

/** In the order in which a schema names them: what a value may be first, then that it may be missing. */
const TYPES = ['object', 'array', 'string', 'integer', 'number', 'boolean', 'null'] as const;

type TypeName = (typeof TYPES)[number];

/** The schema that fits one value. */
export function schemaOf(value: unknown): OutputSchema {
	if (Array.isArray(value)) {
		const items = value.map(schemaOf);
		return { type: ['array'], ...(items.length > 0 && { items: items.reduce(merged) }) };
	}
	if (!isObject(value)) return { type: [typeOf(value)] };
	const properties = Object.entries(value).map(([name, held]) => [name, schemaOf(held)]);
	return { type: ['object'], properties: Object.fromEntries(properties) };
}

/** The schema that fits whatever one of two fits. */
export function merged(a: OutputSchema, b: OutputSchema): OutputSchema {
	const types = new Set([...a.type, ...b.type]);
	const type = TYPES.filter(
		(name) => types.has(name) && !(name === 'integer' && types.has('number')),
	);
	const properties = mergedProperties(a.properties, b.properties);
	const items = a.items && b.items ? merged(a.items, b.items) : (a.items ?? b.items);
	return { type, ...(properties && { properties }), ...(items && { items }) };
}

function mergedProperties(
	a: OutputSchema['properties'],
	b: OutputSchema['properties'],
): OutputSchema['properties'] {
	if (a === undefined || b === undefined) return a ?? b;
	const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
	return Object.fromEntries(
		names.flatMap((name) => {
			const both = [a[name], b[name]].filter((schema) => schema !== undefined);
			return both.length > 0 ? [[name, both.reduce(merged)]] : [];
		}),
	);
}

function typeOf(value: unknown): TypeName {
	if (value === null) return 'null';
	if (Number.isInteger(value)) return 'integer';
	return TYPES.find((name) => name === typeof value) ?? 'string';
}

/** The same schema with its fields in an order, which does not depend on what was seen first. */
export function inOrder(schema: OutputSchema, names: readonly string[]): OutputSchema {
	const { properties } = schema;
	if (properties === undefined) return schema;
	const placeOf = (name: string) => (names.includes(name) ? names.indexOf(name) : names.length);
	const sorted = Object.entries(properties).sort(
		([a], [b]) => placeOf(a) - placeOf(b) || a.localeCompare(b),
	);
	return { ...schema, properties: Object.fromEntries(sorted) };
}

/** The schema as n8n keeps it in a file: one type where there is only one. What was never there would be a text. */
export function written({ type: types, properties, items }: OutputSchema): unknown {
	const type = types.length === 1 && types[0] === 'null' ? ['string', 'null'] : types;
	return {
		type: type.length === 1 ? type[0] : type,
		...(properties && {
			properties: Object.fromEntries(
				Object.entries(properties).map(([name, schema]) => [name, written(schema)]),
			),
		}),
		...(items && { items: written(items) }),
	};
}
