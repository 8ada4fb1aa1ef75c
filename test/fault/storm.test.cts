import type { INodeParameters } from 'n8n-workflow';
import { throughErrorOutput } from '../workflow/outcome.cts';
import { booking } from '../workflow/booking.cts';
import { ids, useStage, wire } from '../workflow/stage.cts';

/* A server that answers 429 again and again, or for ever. */

const SPEED = 500;
const stage = useStage({ forEachTest: true, nodeSpeed: SPEED });

const me: INodeParameters = { resource: 'user', operation: 'getMe' };
/** As a new credential has it. */
const credential = { requestsPerMinute: 100, burst: 200, processes: 1 };
const MAX_WAIT = 60;
const options = { maxWait: MAX_WAIT };

const storm = (times: number, after: string | undefined, method?: string) =>
	stage.sandbox.faults.add({
		kind: 'status',
		status: 429,
		times,
		method,
		...(after !== undefined && { headers: { 'retry-after': after } }),
	});

const waits: Array<[string, string | undefined]> = [
	['without a word about the time', undefined],
	['with a second to wait', '1'],
	['with no time to wait', '0'],
	['with nonsense', 'soon'],
];

describe.each(waits)('a storm %s', (_how, after) => {
	it('costs reads at once no item', async () => {
		storm(12, after);
		const items = Array.from({ length: 10 }, () => ({}));
		const result = await stage.run(me, { items, credential });
		expect(result).toMatchObject({ status: 'success', error: undefined });
		expect(result.items.map(({ json }) => json.id)).toEqual(items.map(() => ids.admin));
		expect(wire(stage).filter((line) => line.endsWith('200'))).toHaveLength(10);
	});

	it('makes no booking twice', async () => {
		const before = stage.sandbox.state.appointments.size;
		storm(3, after, 'POST');
		const starts = ['2026-03-03T09:00', '2026-03-05T09:00', '2026-03-06T09:00'];
		const result = await stage.run(booking({ start: '={{ $json.start }}' }), {
			items: starts.map((start) => ({ start })),
			credential,
		});
		expect(result).toMatchObject({ status: 'success', items: [{}, {}, {}] });
		expect(stage.sandbox.state.appointments.size).toBe(before + 3);
	});

	it.each([
		['read', { ...me, options }, 'GET'],
		['booking', booking({ options }), 'POST'],
	])('that never ends ends a %s: few requests, and a clear error', async (_what, given, method) => {
		const before = stage.sandbox.state.appointments.size;
		storm(Infinity, after, method);
		const { error, details } = await throughErrorOutput(stage, given, { credential });
		expect(error).toBe('The rate limit of meetergo is used up');
		expect(details).toMatchObject({ httpCode: 429, code: 'rateLimited', mayHaveHappened: false });
		const asked = wire(stage).filter((line) => line.endsWith(' 429'));
		// No more than one a second.
		expect(asked.length).toBeLessThanOrEqual(MAX_WAIT);
		expect(asked.length).toBeGreaterThan(3);
		expect(details.waitedSeconds).toBeGreaterThan(MAX_WAIT / 2);
		// The last wait for a place may go beyond it.
		expect(details.waitedSeconds).toBeLessThan(2 * MAX_WAIT);
		expect(details.description).not.toMatch(/wait 0 s|-\d+ s left/);
		expect(stage.sandbox.state.appointments.size).toBe(before);
	});
});
