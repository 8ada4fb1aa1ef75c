import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';
import type { Exchange } from '../../contract/validate.cts';
import type { RunNodeOptions } from '../../engine/runNode.cts';
import { booking } from '../workflow/booking.cts';
import { byId, ids, useStage, wire } from '../workflow/stage.cts';

/* The user stops the execution while the node waits for something. */

/** Far below every wait in here, and far above what ending one takes. */
const QUICK_MS = 5000;

let controller: AbortController;
let stopWhen: (exchange: Exchange) => boolean;
// A server that asks to wait is left alone by everything that uses the key, so each test has a server of its own.
const stage = useStage({
	forEachTest: true,
	onExchange(exchange) {
		// The node gets the answer first, and has begun to wait.
		if (stopWhen(exchange)) void setTimeout(100).then(() => controller.abort());
	},
});
beforeEach(() => {
	controller = new AbortController();
	stopWhen = () => true;
});

const options = { concurrency: 1 };
const me: INodeParameters = { resource: 'user', operation: 'getMe', options };
const three = [{}, {}, {}];
const isPost = ({ method }: Exchange) => method === 'POST';

/** Runs until the execution is stopped; nothing may be asked for afterwards. */
async function stopped(
	parameters: INodeParameters,
	options: Partial<RunNodeOptions> & { credential?: { requestsPerMinute: number; burst: number } },
	watchMs = 300,
) {
	const startedAt = performance.now();
	const result = await stage.run(parameters, { ...options, signal: controller.signal });
	expect(performance.now() - startedAt).toBeLessThan(QUICK_MS);
	expect(result.status).toBe('canceled');
	const asked = wire(stage);
	await setTimeout(watchMs);
	expect(wire(stage)).toEqual(asked);
	return asked;
}

describe.each(['stopWorkflow', 'continueErrorOutput'] as const)('%s: a stop ends', (onError) => {
	it('the wait for Retry-After, and no other item is asked for', async () => {
		const headers = { 'retry-after': '60' };
		stage.sandbox.faults.add({ kind: 'status', status: 429, headers });
		expect(await stopped(me, { onError, items: three })).toEqual(['GET /v4/user/me 429']);
	});

	it('the queue for a place in the limit', async () => {
		const credential = { requestsPerMinute: 1, burst: 1 };
		expect(await stopped(me, { onError, items: three, credential })).toEqual([
			'GET /v4/user/me 200',
		]);
	});

	it('the queues of many items at once', async () => {
		const credential = { requestsPerMinute: 1, burst: 1 };
		const atOnce = { ...me, options: { concurrency: 5 } };
		const many = Array.from({ length: 20 }, () => ({}));
		expect(await stopped(atOnce, { onError, items: many, credential })).toEqual([
			'GET /v4/user/me 200',
		]);
	});

	it('a storm of refusals', async () => {
		stopWhen = () => wire(stage).length === 2;
		stage.sandbox.faults.add({ kind: 'status', status: 429, times: Infinity });
		// The third request would come some seconds after the second.
		const credential = { requestsPerMinute: 60, burst: 1 };
		expect(await stopped(me, { onError, items: three, credential })).toEqual(
			Array(2).fill('GET /v4/user/me 429'),
		);
	});

	it('a request without an answer', async () => {
		stage.sandbox.faults.add({ kind: 'hang' });
		expect(await stopped(me, { onError, items: three })).toEqual(['GET /v4/user/me 0']);
	});
});

describe('a stop leaves alone', () => {
	it('a cancellation whose answer was lost: nobody looks, nothing is sent again', async () => {
		stage.sandbox.faults.add({ kind: 'reset', method: 'POST' });
		const cancel = { resource: 'booking', operation: 'cancel' };
		const bookingId = byId(ids.appointments.confirmed);
		// The look-up would come after a second.
		expect(await stopped({ ...cancel, bookingId }, {}, 1500)).toEqual([
			expect.stringMatching(/^POST/),
		]);
	});

	it('what is booked already', async () => {
		const before = stage.sandbox.state.appointments.size;
		const starts = ['2026-03-03T09:00', '2026-03-05T09:00', '2026-03-06T09:00'];
		stopWhen = (exchange) => isPost(exchange) && exchange.status === 429;
		const headers = { 'retry-after': '60' };
		stage.sandbox.faults.add({ kind: 'status', status: 429, method: 'POST', skip: 1, headers });
		const asked = await stopped(booking({ start: '={{ $json.start }}' }), {
			items: starts.map((start) => ({ start })),
		});
		expect(asked.filter((line) => line.startsWith('POST'))).toEqual([
			'POST /v4/booking 201',
			'POST /v4/booking 429',
		]);
		expect(stage.sandbox.state.appointments.size).toBe(before + 1);
	});
});
