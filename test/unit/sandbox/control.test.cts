import { list, record } from '../../../contract/json.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { visit, type Visitor } from './visitor.cts';

const ME = '/v4/user/me';

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit({ limiter: 'tokenBucket', burst: 2, requestsPerMinute: 1 });
});
afterEach(() => visitor.sandbox.close());

function control(method: string, what: string, body?: unknown) {
	return visitor.ask(method, `/__sandbox/${what}`, { token: null, body });
}

it('the state shows counts and records', async () => {
	const { body } = await control('GET', 'state');
	expect(record(body).counts).toMatchObject({ users: 7, appointments: 3, queues: 1, contacts: 9 });
	const { appointments } = record(record(body).records);
	expect(list(appointments).map((it) => record(it).id)).toEqual(Object.values(ids.appointments));
	expect((await control('GET', 'state?only=counts')).body).not.toHaveProperty('records');
});

it('a reset brings everything back, the limits included', async () => {
	await visitor.book({});
	await visitor.ask('GET', ME);
	visitor.sandbox.clock.advance(1000);
	visitor.sandbox.faults.add({ kind: 'status' });
	expect((await visitor.ask('GET', ME)).status).toBe(429);
	await control('POST', 'reset');
	expect((await visitor.ask('GET', ME)).status).toBe(200);
	const { now, counts } = record((await control('GET', 'state?only=counts')).body);
	expect(now).toBe('2026-03-02T08:00:00.000Z');
	expect(counts).toMatchObject({ appointments: 3 });
	expect(list(record((await control('GET', 'log')).body).exchanges)).toHaveLength(1);
});

it('the clock can be set and moved on', async () => {
	expect((await control('POST', 'clock', { now: '2026-05-01T00:00:00Z' })).body).toEqual({
		now: '2026-05-01T00:00:00.000Z',
	});
	expect((await control('POST', 'clock', { advanceMs: 1500 })).body).toEqual({
		now: '2026-05-01T00:00:01.500Z',
	});
	expect((await control('POST', 'clock', {})).status).toBe(400);
});

it('faults can be added and cleared', async () => {
	const headers = { 'retry-after': 3 };
	const rule = { kind: 'status', status: 502, path: '/user', times: null, headers };
	expect((await control('POST', 'faults', rule)).status).toBe(200);
	const first = await visitor.ask('GET', ME);
	expect([first.status, first.headers.get('retry-after')]).toEqual([502, '3']);
	expect((await visitor.ask('GET', ME)).status).toBe(502);
	expect((await control('DELETE', 'faults')).body).toEqual({ cleared: true, hits: 2 });
	expect((await control('POST', 'faults', { kind: 'flood' })).status).toBe(400);
});

it('the log tells what was asked and what the limiter let pass, without credentials', async () => {
	await visitor.ask('GET', ME);
	visitor.sandbox.clock.advance(1000);
	await visitor.ask('GET', `${ME}?page=1`);
	await visitor.ask('GET', ME);
	const { text, body } = await control('GET', 'log');
	const { exchanges, accepted, refused } = record(body);
	expect(list(exchanges)).toMatchObject([
		{ method: 'GET', path: ME, status: 200 },
		{ method: 'GET', path: ME, status: 200 },
		{ method: 'GET', path: ME, status: 429 },
	]);
	const [first, second] = list(accepted).map(Number);
	expect(Number(second) - Number(first)).toBe(1000);
	expect(refused).toBe(1);
	expect(text).not.toContain(credentials.adminToken);
});
