import { credentials, ids } from '../../../sandbox/seed.cts';
import type { SandboxOptions } from '../../../sandbox/server.cts';
import { visit, type Visitor } from './visitor.cts';

const MINUTE = 60_000;

let visitor: Visitor;
afterEach(() => visitor.sandbox.close());

/** 10 a minute, 20 at once: the published limit, tenfold smaller. */
async function open(options: SandboxOptions): Promise<void> {
	visitor = await visit({ requestsPerMinute: 10, burst: 20, ...options });
}

/** How many of so many requests pass. */
async function passing(count: number, token?: string): Promise<number> {
	let passed = 0;
	for (let number = 0; number < count; number += 1) {
		const { status } = await visitor.ask('GET', '/v4/user/me', { token });
		if (status === 200) passed += 1;
	}
	return passed;
}

describe('token bucket', () => {
	beforeEach(() => open({ limiter: 'tokenBucket' }));

	it('lets a burst pass, then as many as trickle in', async () => {
		expect(await passing(25)).toBe(20);
		visitor.sandbox.clock.advance(MINUTE / 2);
		expect(await passing(10)).toBe(5);
	});

	it('is never fuller than a burst', async () => {
		expect(await passing(20)).toBe(20);
		visitor.sandbox.clock.advance(60 * MINUTE);
		expect(await passing(25)).toBe(20);
	});

	it('tells in seconds when the next may pass, and keeps its word', async () => {
		await passing(20);
		const { status, headers, body } = await visitor.ask('GET', '/v4/user/me');
		expect(status).toBe(429);
		expect(body).toEqual({
			statusCode: 429,
			message: 'Too Many Requests',
			error: 'Too Many Requests',
		});
		expect(headers.get('retry-after')).toBe('6');
		visitor.sandbox.clock.advance(5_999);
		expect(await passing(1)).toBe(0);
		visitor.sandbox.clock.advance(1);
		expect(await passing(1)).toBe(1);
	});
});

describe('fixed window', () => {
	beforeEach(() => open({ limiter: 'fixedWindow' }));

	it('starts anew on the clock, however late in a window the requests came', async () => {
		visitor.sandbox.clock.set('2026-03-02T08:01:59Z');
		expect(await passing(25)).toBe(20);
		visitor.sandbox.clock.advance(1_000);
		expect(await passing(25)).toBe(20);
		const { headers } = await visitor.ask('GET', '/v4/user/me');
		expect(headers.get('retry-after')).toBe('120');
	});
});

describe('sliding log', () => {
	beforeEach(() => open({ limiter: 'slidingLog' }));

	it('forgets each request when its time is over', async () => {
		expect(await passing(15)).toBe(15);
		visitor.sandbox.clock.advance(MINUTE);
		expect(await passing(10)).toBe(5);
		const { headers } = await visitor.ask('GET', '/v4/user/me');
		expect(headers.get('retry-after')).toBe('60');
		visitor.sandbox.clock.advance(MINUTE);
		expect(await passing(20)).toBe(15);
	});
});

describe('whom it counts', () => {
	it('each credential for itself, on both mounts together', async () => {
		await open({ limiter: 'tokenBucket' });
		expect(await passing(25)).toBe(20);
		expect(await passing(5, credentials.memberToken)).toBe(5);
		expect((await visitor.ask('GET', '/availability')).status).toBe(429);
		expect((await visitor.ask('GET', '/crm')).status).toBe(429);
	});

	it('not the control routes, and nobody when it is off', async () => {
		await open({ limiter: 'off' });
		expect(await passing(30)).toBe(30);
		const { status } = await visitor.ask('GET', '/__sandbox/state', { query: { only: 'counts' } });
		expect(status).toBe(200);
	});

	it('a refused booking has not happened', async () => {
		await open({ limiter: 'tokenBucket', burst: 1 });
		await passing(1);
		expect((await visitor.book({})).status).toBe(429);
		const { appointments } = visitor.sandbox.state;
		expect([...appointments.keys()]).toEqual(Object.values(ids.appointments));
	});
});

describe('Retry-After', () => {
	it('can be left out', async () => {
		await open({ limiter: 'tokenBucket', burst: 1, retryAfter: false });
		await passing(1);
		const { status, headers } = await visitor.ask('GET', '/v4/user/me');
		expect([status, headers.get('retry-after')]).toEqual([429, null]);
	});

	it('is in real seconds, however fast the clock runs', async () => {
		// One a minute: the next may come in 60 seconds of a clock that runs so fast that it takes 6.
		await open({ limiter: 'fixedWindow', requestsPerMinute: 1, burst: 1, speed: 10 });
		visitor.sandbox.clock.set('2026-03-02T08:00:00Z');
		await passing(1);
		const { headers } = await visitor.ask('GET', '/v4/user/me');
		expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(6);
	});
});
