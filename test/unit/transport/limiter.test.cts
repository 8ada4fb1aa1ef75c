import { loadContract } from '../../../contract/validate.cts';
import {
	createLimiter,
	type Limiter,
	limiterFor,
	limiterKey,
	type Rates,
} from '../../../nodes/Meetergo/transport/limiter';
import { routeLimits } from '../../../nodes/Meetergo/transport/limiter/routes';
import { root, v4 } from '../../../nodes/Meetergo/transport/path';
import type { Ask } from '../../../nodes/Meetergo/transport/types';
import { fakeClock, get } from './fakes.cts';

const rates: Rates = { requestsPerMinute: 60, burst: 3, processes: 1 };
const plenty: Rates = { requestsPerMinute: 60_000, burst: 1000, processes: 1 };
const mail: Ask = { method: 'POST', path: v4`/attendee/quick-mail` };
const bulk: Ask = { method: 'POST', path: root`/crm/bulk` };

/** After how many seconds each of `count` requests was let through. */
async function seconds(limiter: Limiter, clock: { now(): number }, count: number, ask: Ask = get) {
	const start = clock.now();
	return await Promise.all(
		Array.from({ length: count }, async () => {
			await limiter.arrive(ask, 'background').take();
			return Math.round((clock.now() - start) / 10) / 100;
		}),
	);
}

it('lets a burst through and then keeps the rate', async () => {
	const clock = fakeClock();
	expect(await seconds(createLimiter(rates, clock), clock, 6)).toEqual([0, 0, 0, 1, 2, 3]);
});

describe('a route with a limit of its own', () => {
	it('is held to it as well', async () => {
		const clock = fakeClock();
		const limiter = createLimiter(plenty, clock);
		expect(await seconds(limiter, clock, 7, mail)).toEqual([0, 0, 0, 0, 0, 300.5, 300.5]);
		expect(await seconds(limiter, clock, 4, bulk)).toEqual([0, 0, 0, 60.5]);
	});

	it('is held to the limit of all requests', async () => {
		const clock = fakeClock();
		const limiter = createLimiter(rates, clock);
		await seconds(limiter, clock, 2);
		expect(await seconds(limiter, clock, 3, mail)).toEqual([0, 1, 2]);
	});

	it('keeps others waiting for nothing', async () => {
		const clock = fakeClock();
		const limiter = createLimiter(rates, clock);
		const mails = seconds(limiter, clock, 6, mail);
		await seconds(limiter, clock, 3);
		expect(clock.now()).toBeLessThan(Date.UTC(2026, 0, 5, 9, 0, 10));
		await mails;
	});

	it.each([
		[2, [0, 0, 300.5, 300.5]],
		[5, [0, 300.5, 601, 901.5]],
		[10, [0, 600.5, 1201, 1801.5]],
	])('is shared by %i processes', async (processes, expected) => {
		const clock = fakeClock();
		const limiter = createLimiter({ ...plenty, processes }, clock);
		expect(await seconds(limiter, clock, 4, mail)).toEqual(expected);
	});

	it('takes over how many processes share it', async () => {
		const clock = fakeClock();
		const limiter = createLimiter(plenty, clock);
		await seconds(limiter, clock, 1, mail);
		limiter.adopt(plenty);
		expect(await seconds(limiter, clock, 5, mail)).toEqual([0, 0, 0, 0, 300.5]);
		limiter.adopt({ ...plenty, processes: 5 });
		expect(await seconds(limiter, clock, 2, mail)).toEqual([0, 300.5]);
	});

	it('has its refusals for itself', async () => {
		const clock = fakeClock();
		const limiter = createLimiter(plenty, clock);
		const turn = limiter.arrive(mail, 'background');
		await turn.take();
		turn.refused(20_000);
		expect(await seconds(limiter, clock, 2)).toEqual([0, 0]);
		expect(await seconds(limiter, clock, 1, mail)).toEqual([20]);
	});

	it('is refused for everybody where it has none', async () => {
		const clock = fakeClock();
		const limiter = createLimiter(rates, clock);
		const turn = limiter.arrive(get, 'background');
		await turn.take();
		turn.refused(2000);
		expect(await seconds(limiter, clock, 1, mail)).toEqual([4]);
	});

	it('tells both limits when it is let through', async () => {
		const clock = fakeClock();
		const limiter = createLimiter({ ...rates, burst: 40 }, clock);
		await seconds(limiter, clock, 26);
		const shut = limiter.arrive(get, 'background');
		await shut.take();
		shut.refused(0);
		clock.advance(20_000);
		const probe = limiter.arrive(mail, 'background');
		await probe.take();
		probe.accepted();
		expect(await seconds(limiter, clock, 26)).toEqual(Array(26).fill(0));
	});

	it('gives its place back to nobody when the wait is cancelled', async () => {
		const limiter = createLimiter(rates, fakeClock());
		expect(await limiter.arrive(mail, 'urgent').take(AbortSignal.abort())).toBe(false);
	});

	it('is one the contract tells of', () => {
		const stricter = loadContract().operations.flatMap(({ method, path, rateLimit }) =>
			rateLimit ? [{ method, path: path.replace(/^\/v4/, ''), ...rateLimit }] : [],
		);
		expect(stricter).toHaveLength(routeLimits.length);
		for (const { method, path, requests, minutes } of stricter) {
			const ours = routeLimits.find((limit) => limit.path.test(path.replace(/\{\w+\}/, '1')));
			expect(ours).toMatchObject({ method, requests, minutes });
		}
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
		expect(await seconds(limiter, clock, 3)).toEqual([0, 0.5, 1]);
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
