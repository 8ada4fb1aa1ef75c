import { setTimeout } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';
import { throughErrorOutput } from '../workflow/outcome.cts';
import { byId, ids, useStage, wire } from '../workflow/stage.cts';

/* The clock of the machine is set back by an hour while the node waits: no wait gets longer by that hour. */

const HOUR_MS = 3_600_000;
/** Far below the hour, and far above what the waits take. */
const SOON_MS = 60_000;

let jump: () => void = () => {};
const stage = useStage({ forEachTest: true, onExchange: () => void setTimeout(100).then(jump) });

const me: INodeParameters = { resource: 'user', operation: 'getMe' };

beforeEach(() => {
	const { now } = Date;
	let offset = 0;
	jest.spyOn(Date, 'now').mockImplementation(() => now() - offset);
	// A moment after the first answer, when the node has begun to wait.
	jump = () => {
		offset = HOUR_MS;
	};
});
afterEach(() => {
	jump = () => {};
	jest.restoreAllMocks();
});

it(
	'a wait that the server asks for',
	async () => {
		const headers = { 'retry-after': '1' };
		stage.sandbox.faults.add({ kind: 'status', status: 429, headers });
		expect(await stage.run(me)).toMatchObject({ status: 'success', items: [{}] });
		expect(wire(stage)).toEqual(['GET /v4/user/me 429', 'GET /v4/user/me 200']);
	},
	SOON_MS,
);

it(
	'the queue for a place in the limit',
	async () => {
		const credential = { requestsPerMinute: 60, burst: 1 };
		const result = await stage.run(me, { credential, items: [{}, {}, {}] });
		expect(result).toMatchObject({ status: 'success', items: [{}, {}, {}] });
	},
	SOON_MS,
);

it(
	'the wait before a look-up',
	async () => {
		stage.sandbox.faults.add({ kind: 'reset', method: 'POST', when: 'after' });
		const { items } = await stage.run({
			resource: 'booking',
			operation: 'cancel',
			bookingId: byId(ids.appointments.confirmed),
		});
		expect(items).toMatchObject([{ json: { recovered: true } }]);
	},
	SOON_MS,
);

it(
	'the wait after a fault, and the error tells of no negative time',
	async () => {
		stage.sandbox.faults.add({ kind: 'status', status: 503, times: Infinity });
		const { details } = await throughErrorOutput(stage, { ...me, options: { maxWait: 1 } });
		expect(details).toMatchObject({ code: 'serverError', waitedSeconds: 1 });
	},
	SOON_MS,
);
