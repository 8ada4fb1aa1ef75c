import type { FastifyReply } from 'fastify';

import type { Answer } from './routes/route.cts';

/** Sends an answer as JSON, or another text in its place. */
export function send(
	reply: FastifyReply,
	{ status, body, headers = {} }: Answer,
	text = body === undefined ? undefined : JSON.stringify(body),
	type = 'application/json; charset=utf-8',
): void {
	reply.code(status).headers(headers);
	if (text !== undefined) reply.header('content-type', type);
	reply.send(text);
}
