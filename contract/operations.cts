import { isRecord, isText, list, pointer, record, type Json } from './json.cts';
import type { Schema, Schemas } from './schemas.cts';

export interface Parameter {
	readonly name: string;
	readonly place: 'path' | 'query' | 'header';
	readonly required: boolean;
	readonly schema: Schema;
}

export type CredentialKind = 'personalAccessToken' | 'platformApiKey';

/** So many requests within so many minutes. */
export interface RateLimit {
	readonly requests: number;
	readonly minutes: number;
}

/** One operation of the contract, with the rules of its `x-` properties. */
export interface Operation {
	readonly id: string;
	readonly method: string;
	/** With `{name}` for what varies, version prefix included. */
	readonly path: string;
	/** A second address of the same operation. */
	readonly alias?: string;
	readonly credentials: Readonly<Record<CredentialKind, boolean>>;
	/** Whether a platform key has to name the user it acts as. */
	readonly actingUser: 'required' | 'optional' | 'none';
	/** The permission group that a limited personal token needs. */
	readonly permission?: string;
	/** Of each credential, where it is stricter than the one of all requests together. */
	readonly rateLimit?: RateLimit;
	readonly parameters: readonly Parameter[];
	readonly body?: Schema;
	/** By status; without a schema any body, and none, will do. */
	readonly answers: ReadonlyMap<number, Schema | undefined>;
}

const METHODS = ['get', 'post', 'patch', 'put', 'delete'] as const;

/** Reads every operation out of a parsed contract. */
export function readOperations(document: Json, schemas: Schemas): Operation[] {
	const operations: Operation[] = [];
	for (const [path, item] of Object.entries(record(document.paths))) {
		for (const method of METHODS) {
			const node = record(item)[method];
			if (isRecord(node)) {
				operations.push(readOperation(path, method, node, schemas));
			}
		}
	}
	return operations;
}

function readOperation(path: string, method: string, node: Json, schemas: Schemas): Operation {
	const at = pointer('paths', path, method);
	const alias = node['x-alias-path'];
	const permission = node['x-token-permission'];
	const rateLimit = node['x-rate-limit'];
	const actingUser = node['x-acting-user'];
	const credentials = record(node['x-credentials']);
	return {
		id: String(node.operationId),
		method: method.toUpperCase(),
		path,
		...(isText(alias) ? { alias } : {}),
		credentials: {
			personalAccessToken: credentials.personalAccessToken === true,
			platformApiKey: credentials.platformApiKey === true,
		},
		actingUser: actingUser === 'required' || actingUser === 'optional' ? actingUser : 'none',
		...(isText(permission) ? { permission } : {}),
		...(isText(rateLimit) ? { rateLimit: readRateLimit(rateLimit) } : {}),
		parameters: list(node.parameters)
			.filter(isRecord)
			.map((parameter, index) =>
				readParameter(parameter, `${at}${pointer('parameters', index)}`, schemas),
			),
		body: jsonSchema(node.requestBody, `${at}${pointer('requestBody')}`),
		answers: readAnswers(record(node.responses), at, schemas),
	};
}

/** `20 per minute` or `5 per 5 minutes`. */
function readRateLimit(text: string): RateLimit {
	const [, requests, minutes = '1'] = /^(\d+) per (?:(\d+) )?minutes?$/.exec(text) ?? [];
	if (requests === undefined) throw new Error(`The contract limits to ${text}`);
	return { requests: Number(requests), minutes: Number(minutes) };
}

function readParameter(reference: Json, at: string, schemas: Schemas): Parameter {
	const node = schemas.resolve(reference);
	const place = node.in === 'path' || node.in === 'header' ? node.in : 'query';
	const own = isText(reference.$ref) ? reference.$ref.slice(1) : at;
	return {
		name: String(node.name),
		place,
		required: node.required === true,
		schema: { pointer: `${own}/schema`, node: record(node.schema) },
	};
}

function readAnswers(
	responses: Json,
	at: string,
	schemas: Schemas,
): ReadonlyMap<number, Schema | undefined> {
	const answers = new Map<number, Schema | undefined>();
	for (const [status, response] of Object.entries(responses)) {
		if (!isRecord(response)) continue;
		const own = isText(response.$ref)
			? response.$ref.slice(1)
			: `${at}${pointer('responses', status)}`;
		answers.set(Number(status), jsonSchema(schemas.resolve(response), own));
	}
	return answers;
}

function jsonSchema(holder: unknown, at: string): Schema | undefined {
	const node = record(record(record(holder).content)['application/json']).schema;
	if (!isRecord(node)) return undefined;
	return { pointer: `${at}${pointer('content', 'application/json', 'schema')}`, node };
}
