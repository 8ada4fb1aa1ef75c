import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse as parseQuery, type ParsedUrlQuery } from 'node:querystring';

/** A request as nodes know it: n8n hands them Express's. */
export interface NodeRequest extends IncomingMessage {
	/** Path and query, as they were sent. */
	originalUrl: string;
	/** Without the query. */
	path: string;
	query: ParsedUrlQuery;
	params: Record<string, string>;
	/** As the content type says: an object, a text, or nothing. */
	body?: unknown;
}

/** n8n's default. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** A response as nodes know it; the rest of Express's is not here. */
export interface NodeResponse extends ServerResponse {
	locals: Record<string, unknown>;
	status(code: number): NodeResponse;
	/** Sets a header, as `setHeader` does. */
	set(name: string, value: string): NodeResponse;
	header(name: string, value: string): NodeResponse;
	json(body: unknown): NodeResponse;
	/** A text is HTML unless its content type has been set, anything but bytes is JSON. */
	send(body?: unknown): NodeResponse;
}

/** The body is read when `readRawBody` is called, which fails where it is larger than n8n takes. */
export function toNodeRequest(request: IncomingMessage): NodeRequest {
	const originalUrl = request.url ?? '/';
	const [path = '/', ...query] = originalUrl.split('?');
	const contentType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
	return Object.assign(request, {
		originalUrl,
		path,
		query: parseQuery(query.join('?')),
		params: {},
		/** Media type in lower case, without its parameters. */
		contentType,
		encoding: 'utf8' as const,
		async readRawBody() {
			request.rawBody ??= await readBytes(request);
		},
	});
}

/** Node.js itself lets the rest of a body run out once the answer has been sent. */
async function readBytes(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request.iterator({ destroyOnReturn: false })) {
		const bytes = Buffer.from(chunk);
		size += bytes.length;
		if (size > MAX_BODY_BYTES) throw new RangeError('The body is too large.');
		chunks.push(bytes);
	}
	return Buffer.concat(chunks);
}

export function toNodeResponse(raw: ServerResponse): NodeResponse {
	const end = (body: string | Buffer, type: string) => {
		// Setting it fails where an answer has been sent already.
		raw.setHeader('content-type', raw.getHeader('content-type') ?? type);
		raw.end(body);
		return response;
	};
	const set = (name: string, value: string) => {
		raw.setHeader(name, value);
		return response;
	};
	const response: NodeResponse = Object.assign(raw, {
		locals: {},
		status(code: number) {
			raw.statusCode = code;
			return response;
		},
		set,
		header: set,
		json: (body: unknown) => end(JSON.stringify(body) ?? '', 'application/json; charset=utf-8'),
		send(body?: unknown) {
			if (typeof body === 'string') return end(body, 'text/html; charset=utf-8');
			if (Buffer.isBuffer(body)) return end(body, 'application/octet-stream');
			if (body !== undefined && body !== null) return response.json(body);
			raw.end();
			return response;
		},
	});
	return response;
}
