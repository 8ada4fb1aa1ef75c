import { createRequire } from 'node:module';

import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020';

import { isRecord, isText, list, record, type Json } from './json.cts';

// An import would fail under tsx on Node 20: its module loader cannot follow ajv's own `require` of JSON.
const load = createRequire(__filename);
const { default: Ajv }: typeof import('ajv/dist/2020') = load('ajv/dist/2020');
const { default: addFormats }: typeof import('ajv-formats') = load('ajv-formats');

/** A schema inside the contract: where it is (for the compiler) and what it says. */
export interface Schema {
	readonly pointer: string;
	readonly node: Json;
}

/** What an object may hold, with every `$ref`, `allOf`, `anyOf` and `oneOf` of its schema looked through. */
interface Shape {
	readonly properties: ReadonlyMap<string, readonly Json[]>;
	/** Schemas of the values of an open map. */
	readonly values: readonly Json[];
	readonly items: readonly Json[];
}

/** The schemas of one contract: checks values against them and tells which properties they name. */
export class Schemas {
	private readonly ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });

	private readonly compiled = new Map<string, ValidateFunction>();

	constructor(private readonly document: Json) {
		addFormats(this.ajv);
		this.ajv.addSchema({ ...document, $id: 'contract' });
	}

	/** Follows `$ref`s until a schema that says something itself. */
	resolve(node: Json): Json {
		if (!isText(node.$ref)) return node;
		const keys = node.$ref.replace(/^#\//, '').split('/');
		const target = keys.reduce<unknown>(
			(value, key) => record(value)[key.replace(/~1/g, '/').replace(/~0/g, '~')],
			this.document,
		);
		if (!isRecord(target)) throw new Error(`The contract has no ${node.$ref}`);
		return this.resolve(target);
	}

	/** What is wrong with a value; an empty list when nothing is. */
	errors(schema: Schema, value: unknown): readonly ErrorObject[] {
		let validate = this.compiled.get(schema.pointer);
		if (!validate) {
			validate = this.ajv.compile({ $ref: `contract#${schema.pointer}` });
			this.compiled.set(schema.pointer, validate);
		}
		return validate(value) ? [] : [...(validate.errors ?? [])];
	}

	/** Paths of the properties that no schema names. Maps (objects without named properties) hold any key. */
	unnamed(schema: Schema, value: unknown): string[] {
		const found: string[] = [];
		this.walk([schema.node], value, '', (path) => found.push(path));
		return found;
	}

	/** A copy without the properties that no schema names. */
	named(schema: Schema, value: unknown): unknown {
		return this.walk([schema.node], value, '', () => undefined);
	}

	/** The schema of a property, as far as it is named. */
	property(schema: Schema, path: readonly string[]): Json | undefined {
		let nodes: readonly Json[] = [schema.node];
		for (const key of path) {
			const shape = this.shape(nodes);
			nodes = /^\d+$/.test(key) ? shape.items : (shape.properties.get(key) ?? []);
		}
		return nodes[0] && this.resolve(nodes[0]);
	}

	private walk(
		nodes: readonly Json[],
		value: unknown,
		path: string,
		report: (path: string) => void,
	): unknown {
		if (Array.isArray(value)) {
			const { items } = this.shape(nodes);
			return value.map((item, index) => this.walk(items, item, `${path}[${index}]`, report));
		}
		if (!isRecord(value)) return value;
		const { properties, values } = this.shape(nodes);
		const copy: Record<string, unknown> = {};
		for (const [key, inner] of Object.entries(value)) {
			const at = path ? `${path}.${key}` : key;
			const schemas = properties.get(key) ?? (properties.size === 0 ? values : undefined);
			if (schemas) copy[key] = this.walk(schemas, inner, at, report);
			else report(at);
		}
		return copy;
	}

	private shape(nodes: readonly Json[]): Shape {
		const properties = new Map<string, Json[]>();
		const values: Json[] = [];
		const items: Json[] = [];
		const visit = (reference: Json): void => {
			const node = this.resolve(reference);
			for (const [key, inner] of Object.entries(record(node.properties))) {
				const known = properties.get(key) ?? [];
				properties.set(key, isRecord(inner) ? [...known, inner] : known);
			}
			if (isRecord(node.additionalProperties)) values.push(node.additionalProperties);
			if (isRecord(node.items)) items.push(node.items);
			for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
				list(node[keyword]).filter(isRecord).forEach(visit);
			}
		};
		nodes.forEach(visit);
		return { properties, values, items };
	}
}
