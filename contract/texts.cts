import { isText, type Json } from './json.cts';
import type { Schemas } from './schemas.cts';

/** A query or path text as the type its schema asks for; left as it is where it does not fit. */
export function typed(schemas: Schemas, reference: Json, text: unknown): unknown {
	const schema = schemas.resolve(reference);
	if (schema.type === 'array') return text === undefined || Array.isArray(text) ? text : [text];
	if (!isText(text)) return text;
	if (schema.type === 'integer' || schema.type === 'number') {
		return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
	}
	if (schema.type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
	return text;
}
