import { record } from '../../../contract/json.cts';
import type { FaultRule } from '../../../sandbox/faults.cts';
import { visit, type Visitor } from './visitor.cts';

const ME = '/v4/user/me';

let visitor: Visitor;
let bookedAtTheCut: number[];
beforeEach(async () => {
	bookedAtTheCut = [];
	visitor = await visit({ onExchange: () => bookedAtTheCut.push(booked()) });
});
afterEach(() => visitor.sandbox.close());

function booked(): number {
	return visitor.sandbox.state.appointments.size - 3;
}

/** The code of the network error a request ends in. */
async function breaking(request: Promise<unknown>): Promise<unknown> {
	try {
		await request;
	} catch (error) {
		return record(record(error).cause).code ?? record(error).cause;
	}
	throw new Error('The request was answered');
}

describe('whom a fault strikes', () => {
	const status = { kind: 'status' } as const;

	async function statuses(count: number): Promise<number[]> {
		const found = [];
		for (let number = 0; number < count; number += 1) {
			found.push((await visitor.ask('GET', ME)).status);
		}
		return found;
	}

	it('one request, unless told otherwise', async () => {
		visitor.sandbox.faults.add(status);
		expect(await statuses(2)).toEqual([503, 200]);
		expect(visitor.sandbox.faults.hits).toBe(1);
	});

	it('so many, after so many', async () => {
		visitor.sandbox.faults.add({ ...status, skip: 1, times: 2 });
		expect(await statuses(4)).toEqual([200, 503, 503, 200]);
	});

	it('all, until they are cleared', async () => {
		visitor.sandbox.faults.add({ ...status, times: Number.POSITIVE_INFINITY });
		expect(await statuses(3)).toEqual([503, 503, 503]);
		visitor.sandbox.faults.clear();
		expect(await statuses(1)).toEqual([200]);
	});

	it('those of a method and a path', async () => {
		visitor.sandbox.faults.add({ ...status, method: 'post', path: '/booking$' });
		expect(await statuses(1)).toEqual([200]);
		expect((await visitor.book({})).status).toBe(503);
	});

	it('in the order they were added', async () => {
		visitor.sandbox.faults.add({ ...status, status: 502 });
		visitor.sandbox.faults.add({ ...status, status: 429, headers: { 'retry-after': '7' } });
		expect(await statuses(1)).toEqual([502]);
		const { headers } = await visitor.ask('GET', ME);
		expect(headers.get('retry-after')).toBe('7');
	});
});

describe('what a request gets', () => {
	it.each<[string, FaultRule, number, string, RegExp]>([
		['a status', { kind: 'status', status: 500 }, 500, 'application/json', /"statusCode":500/],
		['a body', { kind: 'status', body: { a: 1 } }, 503, 'application/json', /^\{"a":1\}$/],
		['garbage', { kind: 'garbage' }, 200, 'application/json', /"id":$/],
		['a page', { kind: 'html' }, 502, 'text/html', /<html>/],
	])('%s', async (_, rule, status, type, text) => {
		visitor.sandbox.faults.add(rule);
		const reply = await visitor.ask('GET', ME);
		expect(reply.status).toBe(status);
		expect(reply.headers.get('content-type')).toContain(type);
		expect(reply.text).toMatch(text);
	});

	it('nothing', async () => {
		visitor.sandbox.faults.add({ kind: 'emptyBody' });
		expect(await visitor.ask('GET', ME)).toMatchObject({ status: 200, text: '' });
	});

	it('the status of the true answer without its body', async () => {
		visitor.sandbox.faults.add({ kind: 'emptyBody', when: 'after' });
		expect(await visitor.book({})).toMatchObject({ status: 201, text: '' });
	});

	it('the true answer, only later', async () => {
		visitor.sandbox.faults.add({ kind: 'latency', ms: 1 });
		expect((await visitor.ask('GET', ME)).status).toBe(200);
		expect(visitor.exchanges.at(-1)).toMatchObject({ status: 200, faulted: false });
	});

	it('a broken connection', async () => {
		visitor.sandbox.faults.add({ kind: 'reset' });
		expect(await breaking(visitor.ask('GET', ME))).toBe('ECONNRESET');
		expect(visitor.exchanges.at(-1)).toMatchObject({ status: 0, faulted: true });
	});

	it('half a body', async () => {
		visitor.sandbox.faults.add({ kind: 'halfBody', when: 'after' });
		expect(await breaking(visitor.ask('GET', ME))).toBe('UND_ERR_SOCKET');
	});

	it('the true answer, bit by bit', async () => {
		visitor.sandbox.faults.add({ kind: 'drip', when: 'after' });
		expect(await visitor.book({})).toMatchObject({
			status: 201,
			body: { appointmentId: expect.any(String) },
		});
	});

	it('a refusal, bit by bit, where nothing was done', async () => {
		visitor.sandbox.faults.add({ kind: 'drip' });
		expect(await visitor.book({})).toMatchObject({ status: 503, body: { statusCode: 503 } });
	});

	it('no more drops once the faults are cleared', async () => {
		const { faults } = visitor.sandbox;
		faults.add({ kind: 'drip', ms: 60_000 });
		const request = breaking(visitor.ask('GET', ME));
		while (faults.hits === 0) await new Promise(setImmediate);
		faults.clear();
		expect(await request).toBe('UND_ERR_SOCKET');
	});

	it('silence, until the connection is cut', async () => {
		visitor.sandbox.faults.add({ kind: 'hang', ms: 1 });
		expect(await breaking(visitor.ask('GET', ME))).toBe('UND_ERR_SOCKET');
	});

	it('silence does not keep the sandbox from closing', async () => {
		visitor.sandbox.faults.add({ kind: 'hang' });
		const request = breaking(visitor.ask('GET', ME));
		while (visitor.sandbox.faults.hits === 0) await new Promise(setImmediate);
		await visitor.sandbox.close();
		expect(await request).toBe('UND_ERR_SOCKET');
		visitor = await visit();
	});
});

describe('what becomes of the request', () => {
	it.each<[FaultRule['kind'], number, number]>([
		['status', 0, 1],
		['garbage', 0, 1],
		['html', 0, 1],
		['emptyBody', 0, 1],
		['drip', 0, 1],
		['latency', 1, 1],
	])('%s: nothing before, everything after', async (kind, before, after) => {
		visitor.sandbox.faults.add({ kind });
		await visitor.book({});
		expect(booked()).toBe(before);
		visitor.sandbox.state.appointments.clear();
		visitor.sandbox.faults.add({ kind, when: 'after' });
		await visitor.book({});
		expect(visitor.sandbox.state.appointments.size).toBe(after);
	});

	it.each(['reset', 'halfBody', 'hang'] as const)('%s too', async (kind) => {
		visitor.sandbox.faults.add({ kind, ms: 1 });
		await breaking(visitor.book({}));
		expect(booked()).toBe(0);
		visitor.sandbox.faults.add({ kind, ms: 1, when: 'after' });
		await breaking(visitor.book({}));
		expect(booked()).toBe(1);
	});

	it('it may take effect after the connection was cut', async () => {
		const { faults } = visitor.sandbox;
		faults.add({ kind: 'reset', when: 'after', lateCommitMs: 1 });
		await breaking(visitor.book({}));
		await faults.settled();
		expect(bookedAtTheCut).toEqual([0]);
		expect(booked()).toBe(1);
	});

	it('or never, when the faults are cleared before', async () => {
		const { faults } = visitor.sandbox;
		faults.add({ kind: 'reset', lateCommitMs: 60_000 });
		await breaking(visitor.book({}));
		faults.clear();
		await faults.settled();
		expect(booked()).toBe(0);
	});
});
