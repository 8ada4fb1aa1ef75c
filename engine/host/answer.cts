import type { NodeResponse } from './express.cts';

/** What n8n answers where the node has not answered itself. */
export interface Answer {
	readonly status: number;
	/** A text is sent as it is, anything else as JSON. */
	readonly body: unknown;
}

/** An answer of n8n itself. Those without a code of their own have 0. */
export function refusal(status: number, message: string, hint?: string): Answer {
	const code = status === 500 ? 0 : status;
	return { status, body: { code, message, ...(hint !== undefined && { hint }) } };
}

/** @throws Error when the node has answered already */
export function sendAnswer(response: NodeResponse, { status, body }: Answer): void {
	response.status(status);
	if (typeof body === 'string') response.send(body);
	else response.json(body);
}
