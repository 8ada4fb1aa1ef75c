import type { IncomingMessage, ServerResponse } from 'node:http';
import { refusal, sendAnswer, type Answer } from './answer.cts';
import { toNodeRequest, toNodeResponse, type NodeRequest, type NodeResponse } from './express.cts';
import type { Instance } from './instance.cts';
import { METHODS } from './webhooks.cts';

/** Who answers below one address. */
export interface Receiver {
	/** @param path what follows in the address, decoded @returns nothing where the node answers itself */
	answer(path: string, request: NodeRequest, response: NodeResponse): Promise<Answer | undefined>;
}

/** Answers one request, as n8n's web server does. @param receivers by the first part of the path */
export async function serveRequest(
	receivers: Readonly<Record<string, Receiver>>,
	instance: Instance,
	raw: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
	const request = toNodeRequest(raw.request);
	const response = toNodeResponse(raw.response);
	try {
		const answer = await answerTo(receivers, request, response);
		if (answer !== undefined) sendAnswer(response, answer);
	} catch (error) {
		instance.log('', `answer ${request.method} ${request.path}`, error);
		if (!response.headersSent) sendAnswer(response, refusal(500, String(error)));
		else response.end();
	}
}

async function answerTo(
	receivers: Readonly<Record<string, Receiver>>,
	request: NodeRequest,
	response: NodeResponse,
): Promise<Answer | undefined> {
	const [, endpoint = '', ...segments] = request.path.replace(/\/$/, '').split('/');
	const receiver = receivers[endpoint];
	if (receiver === undefined || segments.length === 0) {
		return refusal(404, `Cannot ${request.method} ${request.path}`);
	}
	const { method = 'GET' } = request;
	if (method === 'OPTIONS') return { status: 204, body: {} };
	if (!METHODS.some((known) => known === method)) {
		return refusal(500, `The method ${method} is not supported.`);
	}
	return await receiver.answer(segments.map(decoded).join('/'), request, response);
}

function decoded(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}
