import type { FastifyRequest } from 'fastify';

import { isRecord } from '../contract/json.cts';
import type { Query } from './validation.cts';

/** A request as it came in, before anybody looked at its meaning. */
export interface Incoming {
	readonly method: string;
	readonly path: string;
	readonly query: Query;
	readonly headers: Readonly<Record<string, string>>;
	/** Parsed JSON, the text itself where it is none, undefined without a body. */
	readonly body: unknown;
	/** Whether the body was announced as JSON and is. */
	readonly isJson: boolean;
}

export function readIncoming(request: FastifyRequest): Incoming {
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(request.headers)) {
		if (value !== undefined) headers[name] = [value].flat().join(', ');
	}
	const query: Record<string, string | string[]> = {};
	for (const [name, value] of Object.entries(isRecord(request.query) ? request.query : {})) {
		query[name] = Array.isArray(value) ? value.map(String) : String(value);
	}
	const announced = headers['content-type']?.includes('json') === true;
	const parsed = parse(request.body);
	return {
		method: request.method,
		path: request.url.split('?', 1)[0] ?? '',
		query,
		headers,
		body: parsed ? parsed.value : request.body || undefined,
		isJson: announced && parsed !== undefined,
	};
}

function parse(text: unknown): { readonly value: unknown } | undefined {
	if (typeof text !== 'string') return undefined;
	try {
		return { value: JSON.parse(text) };
	} catch {
		return undefined;
	}
}
