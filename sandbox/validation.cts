import type { ErrorObject } from 'ajv/dist/2020';
import { IANAZone } from 'luxon';

import { isRecord, type Json } from '../contract/json.cts';
import type { Operation } from '../contract/operations.cts';
import type { Schema } from '../contract/schemas.cts';
import { typed } from '../contract/texts.cts';
import type { Contract } from '../contract/validate.cts';
import { fieldRefusal, refusal } from './errors.cts';

export type Query = Readonly<Record<string, string | readonly string[]>>;

/**
 * The query as the route's parameters, of the types the contract gives them. Unknown keys vanish,
 * bad values are refused.
 */
export function readQuery(contract: Contract, operation: Operation, query: Query): Json {
	const values: Record<string, unknown> = {};
	const messages: string[] = [];
	for (const { name, place, required, schema } of operation.parameters) {
		if (place !== 'query') continue;
		const value = typed(contract.schemas, schema.node, split(name, query[name]));
		if (value === undefined) {
			if (required) messages.push(...messagesOf(contract, schema, [missing(schema)], name));
			continue;
		}
		messages.push(...messagesOf(contract, schema, contract.schemas.errors(schema, value), name));
		values[name] = value;
	}
	if (messages.length) throw refusal(400, messages);
	return values;
}

/** A missing parameter is told as the wrong type, which is how the API's validators put it. */
function missing({ node }: Schema): Pick<ErrorObject, 'keyword' | 'instancePath' | 'params'> {
	return { keyword: 'type', instancePath: '', params: { type: node.type ?? 'string' } };
}

/** Lists repeat their key; `hostIds` also come separated by commas, as the published pages show it. */
function split(name: string, value: Query[string] | undefined): unknown {
	if (name !== 'hostIds' || value === undefined) return value;
	return [value].flat().flatMap((text) => text.split(',').filter(Boolean));
}

/** The body without what the contract does not name; refused when the rest does not fit. */
export function readBody(contract: Contract, operation: Operation, body: unknown): Json {
	if (!operation.body) return {};
	if (!isRecord(body)) throw refusal(400, 'Expected a JSON object as body');
	const named = contract.schemas.named(operation.body, body);
	const errors = contract.schemas.errors(operation.body, named);
	const messages = messagesOf(contract, operation.body, errors, '');
	if (messages.length) throw refusal(400, messages);
	return isRecord(named) ? named : {};
}

/** Refuses a time zone that is none, in the shape that names the field. */
export function demandZone(field: string, zone: unknown): void {
	if (typeof zone === 'string' && !IANAZone.isValidZone(zone))
		throw fieldRefusal(field, 'Not an IANA zone');
}

const TYPE_TEXTS: Readonly<Record<string, string>> = {
	boolean: 'a boolean value',
	string: 'a string',
	integer: 'an integer number',
	number: 'a number conforming to the specified constraints',
	array: 'an array',
	object: 'an object',
};

const FORMAT_TEXTS: Readonly<Record<string, string>> = {
	uuid: 'be a UUID',
	email: 'be an email',
	'date-time': 'be a valid ISO 8601 date string',
	uri: 'be a URL address',
};

function messagesOf(
	contract: Contract,
	schema: Schema,
	errors: ReadonlyArray<Pick<ErrorObject, 'keyword' | 'instancePath' | 'params'>>,
	name: string,
): string[] {
	// The alternatives tell what they lack.
	const own = errors.filter(({ keyword }) => keyword !== 'anyOf');
	const messages = own.map((error) => {
		const keys = error.instancePath.split('/').slice(1);
		if (error.keyword !== 'required') return `${path(name, keys)} ${textOf(error)}`;
		const lacking = [...keys, String(error.params.missingProperty)];
		const node = contract.schemas.property(schema, lacking);
		const type = typeof node?.type === 'string' ? node.type : 'object';
		return `${path(name, lacking)} must be ${TYPE_TEXTS[type] ?? 'given'}`;
	});
	return [...new Set(messages)];
}

function path(name: string, keys: readonly string[]): string {
	return [name, ...keys].filter(Boolean).join('.') || 'body';
}

function textOf({ keyword, params }: Pick<ErrorObject, 'keyword' | 'params'>): string {
	switch (keyword) {
		case 'type':
			return `must be ${TYPE_TEXTS[[params.type].flat().join()] ?? `one of ${params.type}`}`;
		case 'format':
			return `must ${FORMAT_TEXTS[params.format] ?? `match ${params.format}`}`;
		case 'enum':
			return `must be one of the following values: ${params.allowedValues.join(', ')}`;
		case 'minimum':
			return `must not be less than ${params.limit}`;
		case 'maximum':
			return `must not be greater than ${params.limit}`;
		case 'maxLength':
			return `must be shorter than or equal to ${params.limit} characters`;
		case 'minLength':
			return `must be longer than or equal to ${params.limit} characters`;
		case 'minItems':
			return `must contain at least ${params.limit} elements`;
		case 'maxItems':
			return `must contain no more than ${params.limit} elements`;
		case 'minProperties':
			return 'should not be empty';
		case 'pattern':
			return `must match ${params.pattern} regular expression`;
		default:
			return `must satisfy ${keyword}`;
	}
}
