import { parse as parseForm } from 'node:querystring';
import type { INode } from 'n8n-workflow';
import { refusal, type Answer } from './answer.cts';
import type { NodeRequest } from './express.cts';

/** What n8n answers when something goes wrong that it has no words for. */
const IN_GENERAL = 'There was a problem executing the workflow';

/**
 * Reads the body as n8n does for a webhook node. Forms with files and XML are left unread.
 *
 * @returns what n8n answers instead when it cannot be read: 422 for broken JSON, 500 where it is too large
 */
export async function readBody(request: NodeRequest, node: INode): Promise<Answer | undefined> {
	const { contentType = '' } = request;
	if (contentType.startsWith('multipart/')) return undefined;
	if (node.typeVersion > 1 && !isText(contentType)) return undefined;
	try {
		await request.readRawBody();
	} catch {
		return refusal(500, IN_GENERAL);
	}
	if (request.rawBody.length === 0) return undefined;
	const text = request.rawBody.toString('utf8').replace(/^\uFEFF/, '');
	try {
		if (contentType === 'application/json') request.body = JSON.parse(text);
		else if (contentType === 'application/x-www-form-urlencoded') request.body = parseForm(text);
		else if (contentType === 'text/plain') request.body = text;
		return undefined;
	} catch (error) {
		return refusal(422, 'Failed to parse request body', String(error));
	}
}

function isText(contentType: string): boolean {
	const read = ['application/json', 'text/plain', 'application/x-www-form-urlencoded'];
	return read.includes(contentType);
}
