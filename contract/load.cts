import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { record, type Json } from './json.cts';
import { readOperations, type Operation } from './operations.cts';
import { Schemas } from './schemas.cts';

export interface Route {
	readonly operation: Operation;
	/** Decoded path parameters. */
	readonly params: Readonly<Record<string, string>>;
}

export interface Contract {
	readonly operations: readonly Operation[];
	readonly schemas: Schemas;
	/** The operation an address belongs to, aliases included. */
	route(method: string, path: string): Route | undefined;
	/** The methods that an address knows. */
	methods(path: string): string[];
}

let loaded: Contract | undefined;

/** The contract in `openapi.yaml`, read once in a process. */
export function loadContract(): Contract {
	loaded ??= readContract(join(__dirname, 'openapi.yaml'));
	return loaded;
}

function readContract(file: string): Contract {
	const document = readDocument(readFileSync(file, 'utf8'));
	const schemas = new Schemas(document);
	const operations = readOperations(document, schemas);
	const addresses = operations
		.flatMap((operation) =>
			[operation.path, ...(operation.alias ? [operation.alias] : [])].map((template) => ({
				operation,
				template: template.split('/'),
			})),
		)
		// `/crm/summary` has to win over `/crm/{id}`.
		.sort((a, b) => variables(a.template) - variables(b.template));
	const matching = (path: string) =>
		addresses.flatMap(({ operation, template }) => {
			const params = matchPath(template, path.split('/'));
			return params ? [{ operation, params }] : [];
		});
	return {
		operations,
		schemas,
		route: (method, path) => matching(path).find(({ operation }) => operation.method === method),
		methods: (path) => matching(path).map(({ operation }) => operation.method),
	};
}

const CACHE = join(__dirname, '..', 'node_modules', '.cache', 'contract');

/** YAML of this size takes a second to parse, so it is kept as JSON under its hash, for all processes. */
function readDocument(yaml: string): Json {
	const hash = createHash('sha256').update(yaml).digest('hex');
	const file = join(CACHE, `${hash}.json`);
	if (existsSync(file)) return record(JSON.parse(readFileSync(file, 'utf8')));
	const document = record(parse(yaml));
	mkdirSync(CACHE, { recursive: true });
	// Several processes may start at once, and each reads the file as soon as it exists.
	const draft = `${file}.${process.pid}`;
	writeFileSync(draft, JSON.stringify(document));
	renameSync(draft, file);
	return document;
}

function variables(template: readonly string[]): number {
	return template.filter((part) => part.startsWith('{')).length;
}

function matchPath(
	template: readonly string[],
	parts: readonly string[],
): Record<string, string> | undefined {
	if (template.length !== parts.length) return undefined;
	const params: Record<string, string> = {};
	for (const [index, expected] of template.entries()) {
		const part = parts[index] ?? '';
		if (expected.startsWith('{') && part) params[expected.slice(1, -1)] = decode(part);
		else if (expected !== part) return undefined;
	}
	return params;
}

function decode(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
