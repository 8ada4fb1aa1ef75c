import { limiterFor, limiterKey, tokenBucket } from '../../../nodes/Meetergo/transport/limiter';
import { fakeClock, stuckClock } from './fakes.cts';

const rates = { requestsPerMinute: 60, burst: 3, processes: 1 };

/** When each of `count` requests was admitted, in milliseconds after the start. */
async function admissions(
	count: number,
	limiter: ReturnType<typeof tokenBucket>,
	now: () => number,
) {
	const start = now();
	return await Promise.all(
		Array.from({ length: count }, async () => {
			await limiter.take();
			return now() - start;
		}),
	);
}

describe('the token bucket', () => {
	it('lets a burst through and then keeps the rate', async () => {
		const clock = fakeClock();
		expect(await admissions(6, tokenBucket(rates, clock), clock.now)).toEqual([
			0, 0, 0, 1000, 2000, 3000,
		]);
	});

	it('admits in the order of arrival', async () => {
		const limiter = tokenBucket(rates, fakeClock());
		const order: number[] = [];
		await Promise.all(
			[0, 1, 2, 3, 4, 5].map(async (index) => {
				await limiter.take();
				order.push(index);
			}),
		);
		expect(order).toEqual([0, 1, 2, 3, 4, 5]);
	});

	it('fills up while it is idle, but not beyond the burst', async () => {
		const clock = fakeClock();
		const limiter = tokenBucket(rates, clock);
		await admissions(3, limiter, clock.now);
		clock.advance(2000);
		expect(await admissions(3, limiter, clock.now)).toEqual([0, 0, 1000]);
		clock.advance(3_600_000);
		expect(await admissions(4, limiter, clock.now)).toEqual([0, 0, 0, 1000]);
	});

	it('shares burst and rate with other processes', async () => {
		const clock = fakeClock();
		const limiter = tokenBucket({ requestsPerMinute: 60, burst: 4, processes: 2 }, clock);
		expect(await admissions(4, limiter, clock.now)).toEqual([0, 0, 2000, 4000]);
	});

	it('has one place however many processes share it', async () => {
		const clock = fakeClock();
		const limiter = tokenBucket({ requestsPerMinute: 60, burst: 2, processes: 4 }, clock);
		expect(await admissions(2, limiter, clock.now)).toEqual([0, 4000]);
	});

	it('sleeps in short slices', async () => {
		const clock = fakeClock();
		await admissions(4, tokenBucket(rates, clock), clock.now);
		expect(Math.max(...clock.sleeps)).toBeLessThanOrEqual(1000);
	});

	it('stands still while the clock goes back', async () => {
		const clock = fakeClock();
		const limiter = tokenBucket(rates, clock);
		await admissions(3, limiter, clock.now);
		clock.advance(-60_000);
		expect(await admissions(1, limiter, clock.now)).toEqual([1000]);
	});
});

describe('a refusal', () => {
	it('empties the bucket', async () => {
		const clock = fakeClock();
		const limiter = tokenBucket(rates, clock);
		limiter.refused(clock.now());
		expect(await admissions(2, limiter, clock.now)).toEqual([1000, 2000]);
	});

	it('of a request that was under way already counts once', async () => {
		const clock = fakeClock();
		const limiter = tokenBucket(rates, clock);
		const sentAt = clock.now();
		clock.advance(100);
		limiter.refused(sentAt);
		clock.advance(900);
		limiter.refused(sentAt);
		expect(await admissions(1, limiter, clock.now)).toEqual([100]);
	});

	it('of a later request counts again', async () => {
		const clock = fakeClock();
		const limiter = tokenBucket(rates, clock);
		limiter.refused(clock.now());
		clock.advance(900);
		limiter.refused(clock.now());
		expect(await admissions(1, limiter, clock.now)).toEqual([1000]);
	});
});

describe('cancellation', () => {
	it('ends the wait of the cancelled only', async () => {
		const controller = new AbortController();
		const clock = fakeClock(() => controller.abort());
		const limiter = tokenBucket({ ...rates, burst: 1 }, clock);
		const start = clock.now();
		const taken = await Promise.all([
			limiter.take(),
			limiter.take(controller.signal),
			limiter.take(),
			limiter.take(controller.signal),
		]);
		expect(taken).toEqual([true, false, true, false]);
		expect(clock.now() - start).toBe(1000);
	});

	it('ends a wait at once', async () => {
		const controller = new AbortController();
		const limiter = tokenBucket({ ...rates, burst: 1 }, stuckClock(controller));
		await limiter.take();
		expect(await limiter.take(controller.signal)).toBe(false);
	});

	it('takes no place', async () => {
		const clock = fakeClock();
		const limiter = tokenBucket({ ...rates, burst: 1 }, clock);
		expect(await limiter.take(AbortSignal.abort())).toBe(false);
		expect(await limiter.take()).toBe(true);
		expect(clock.sleeps).toEqual([]);
	});
});

describe('the limiters of a process', () => {
	it('are shared by credential and address, and never named by the secret', () => {
		const key = limiterKey('http://h/v4', 'rgo-secret');
		expect(key).toMatch(/^[0-9a-f]{64}$/);
		expect(limiterKey('http://other/v4', 'rgo-secret')).not.toBe(key);
		const clock = fakeClock();
		const limiter = limiterFor(key, rates, clock);
		expect(limiterFor(key, rates, clock)).toBe(limiter);
		expect(limiterFor(limiterKey('http://h/v4', 'rgo-other'), rates, clock)).not.toBe(limiter);
	});

	it('take over changed rates', async () => {
		const clock = fakeClock();
		const limiter = limiterFor('changing', rates, clock);
		limiterFor('changing', { requestsPerMinute: 120, burst: 1, processes: 1 }, clock);
		expect(await admissions(3, limiter, clock.now)).toEqual([0, 500, 1000]);
	});

	it('count the time before a change at the old rate', async () => {
		const clock = fakeClock();
		const limiter = limiterFor('changed', rates, clock);
		await admissions(3, limiter, clock.now);
		clock.advance(1000);
		limiterFor('changed', { ...rates, requestsPerMinute: 6000 }, clock);
		expect(await admissions(2, limiter, clock.now)).toEqual([0, 10]);
	});

	it('are bounded: the least recently used one leaves', () => {
		const clock = fakeClock();
		const first = limiterFor('first', rates, clock);
		const second = limiterFor('second', rates, clock);
		for (let index = 0; index < 98; index += 1) limiterFor(`other ${index}`, rates, clock);
		expect(limiterFor('first', rates, clock)).toBe(first);
		limiterFor('one more', rates, clock);
		expect(limiterFor('first', rates, clock)).toBe(first);
		expect(limiterFor('second', rates, clock)).not.toBe(second);
	});
});
