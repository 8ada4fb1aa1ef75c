import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

import { record, type Json } from '../../../contract/json.cts';
import { loadContract } from '../../../contract/load.cts';

export interface Received {
	readonly path: string;
	readonly method: string;
	readonly type: string;
	readonly payload: Json;
}

export interface Receiver {
	readonly url: string;
	/** In the order in which it arrived. */
	readonly received: Received[];
	/** Resolves once so many have arrived. */
	arrived(count: number): Promise<void>;
	close(): Promise<void>;
}

/**
 * Somewhere for webhooks to post to. Answers with 200; `/status/500` with that status, `/slow/50` after so
 * many milliseconds, `/hang` never.
 */
export async function startReceiver(): Promise<Receiver> {
	const received: Received[] = [];
	const server = createServer(async (request, response) => {
		const path = request.url ?? '';
		received.push(await read(request, path));
		if (path === '/hang') return;
		await wait(Number(/^\/slow\/(\d+)/.exec(path)?.[1] ?? 0));
		const status = Number(/^\/status\/(\d+)/.exec(path)?.[1] ?? 200);
		response.writeHead(status, { location: '/elsewhere' });
		response.end('{}');
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('No TCP address');
	return {
		url: `http://127.0.0.1:${address.port}`,
		received,
		arrived: async (count) => {
			while (received.length < count) await wait(1);
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function read(request: IncomingMessage, path: string): Promise<Received> {
	const body: unknown = JSON.parse(await text(request));
	return {
		path,
		method: request.method ?? '',
		type: request.headers['content-type'] ?? '',
		payload: record(body),
	};
}

const SCHEMAS: Readonly<Record<string, string>> = {
	booking_created: 'BookingCreatedEvent',
	booking_cancelled: 'BookingCancelledEvent',
	booking_rescheduled: 'BookingRescheduledEvent',
	new_employee: 'NewEmployeeEvent',
	form_submission: 'FormSubmissionEvent',
};

/** Where a payload departs from the contract, properties that the contract does not name included. */
export function payloadDeviations(payload: Json): string[] {
	const { schemas } = loadContract();
	const pointer = `/components/schemas/${SCHEMAS[String(payload.webhookType)] ?? 'OtherEvent'}`;
	const schema = { pointer, node: { $ref: `#${pointer}` } };
	return [
		...schemas.errors(schema, payload).map((error) => `${error.instancePath} ${error.message}`),
		...schemas.unnamed(schema, payload),
	];
}
