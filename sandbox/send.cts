import type { FastifyReply } from 'fastify';

import type { Answer } from './routes/route.cts';

/** Sends an answer as JSON, or another text in its place. */
export async function send(
	reply: FastifyReply,
	{ status, body, headers = {} }: Answer,
	text = body === undefined ? undefined : JSON.stringify(body),
	type = 'application/json; charset=utf-8',
): Promise<void> {
	reply.code(status).headers(headers);
	if (text !== undefined) reply.header('content-type', type);
	await reply.send(text);
}
