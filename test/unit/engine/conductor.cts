import type { IDataObject } from 'n8n-workflow';
import { listen } from '../../../engine/host/server.cts';

/** What a node of the fixture sees when n8n calls it. */
export interface Call {
	readonly what: 'checkExists' | 'create' | 'delete' | 'webhook' | 'poll';
	readonly node: string;
	readonly mode: string;
	readonly activation?: string;
	/** Its static data. */
	readonly data: IDataObject;
	readonly askedInThisProcess: number;
	readonly [more: string]: unknown;
}

/** What it does then. */
export interface Reply {
	/** Put into its static data. */
	readonly keep?: IDataObject;
	/** Message of the error it throws, after it has kept. */
	readonly fail?: string;
	/** Message of an error that n8n takes for the user's fault. */
	readonly failForGood?: string;
	readonly exists?: boolean;
	/** What a webhook or poll gives; nothing if not given. */
	readonly items?: readonly unknown[];
	readonly webhookResponse?: unknown;
	readonly noWebhookResponse?: boolean;
	/** How a webhook answers itself. */
	readonly respond?: {
		readonly status: number;
		readonly header?: string;
		readonly json?: unknown;
		readonly text?: string;
	};
}

type Replies = Partial<Record<Call['what'], (call: Call) => Reply | Promise<Reply>>>;

/** Tells the trigger nodes of the fixture what to do, and knows what they have been asked. */
export interface Conductor {
	readonly url: string;
	readonly calls: Call[];
	/** What follows a call of a kind; none of the others does anything. */
	replies: Replies;
	/** The calls as `what mode/activation`. */
	told(): string[];
	/** Forgets calls and replies. */
	reset(): void;
	close(): Promise<void>;
}

export async function startConductor(): Promise<Conductor> {
	const calls: Call[] = [];
	const server = await listen(0, (request, response) => {
		void (async () => {
			const chunks: Buffer[] = [];
			for await (const chunk of request) chunks.push(Buffer.from(chunk));
			const call = JSON.parse(Buffer.concat(chunks).toString()) as Call;
			calls.push(call);
			const reply = await (conductor.replies[call.what]?.(call) ?? {});
			response.setHeader('content-type', 'application/json').end(JSON.stringify(reply));
		})();
	});
	const conductor: Conductor = {
		url: `http://127.0.0.1:${server.port}`,
		calls,
		replies: {},
		told: () => calls.map(({ what, mode, activation }) => `${what} ${mode}/${activation}`),
		reset() {
			calls.length = 0;
			conductor.replies = {};
		},
		close: async () => await server.close(),
	};
	return conductor;
}
