import fc from 'fast-check';
import { failureOf, readReply } from '../../../nodes/Meetergo/transport/failures';
import { backoffMs, retryAfterMs, shouldRepeat } from '../../../nodes/Meetergo/transport/retry';
import type { Reply } from '../../../nodes/Meetergo/transport/types';
import { cancelled, cutOff, failureIn, neverSent, status, timedOut } from './fakes.cts';

describe('the retry table', () => {
	it.each<[Reply, repeatable: number, once: number]>([
		[status(429), Infinity, Infinity],
		[neverSent, Infinity, Infinity],
		[cutOff, Infinity, 0],
		[timedOut, Infinity, 0],
		[status(502), Infinity, 0],
		[status(503), Infinity, 0],
		[status(504), Infinity, 0],
		[status(500), 2, 0],
		[status(200, '<html>'), 2, 0],
		[status(501), 0, 0],
		[status(400), 0, 0],
		[status(401), 0, 0],
		[status(403), 0, 0],
		[status(404), 0, 0],
		[status(406), 0, 0],
		[status(409), 0, 0],
		[status(422), 0, 0],
		[status(302), 0, 0],
		[cancelled, 0, 0],
		[{ fault: 'notMade', text: 'x' }, 0, 0],
	])('%j', (reply, repeatable, once) => {
		const failure = failureIn(readReply(reply));
		for (const before of [0, 1, 2, 3, 50]) {
			const earlier = Array.from({ length: before }, () => failure);
			expect(shouldRepeat('repeatable', failure, earlier)).toBe(before < repeatable);
			expect(shouldRepeat('once', failure, earlier)).toBe(before < once);
		}
	});

	it('counts each kind of trouble for itself', () => {
		const failed = failureOf('serverError', { httpCode: 500 });
		const unavailable = failureOf('serverError', { httpCode: 503 });
		expect(shouldRepeat('repeatable', failed, [unavailable, unavailable, failed])).toBe(true);
		expect(shouldRepeat('repeatable', failed, [failed, unavailable, failed])).toBe(false);
	});
});

describe('backoff', () => {
	it('doubles up to a minute', () => {
		const longest = [1, 2, 3, 4, 5, 6, 7, 8, 9, 2000].map((attempt) => backoffMs(attempt, 1));
		expect(longest).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
	});

	it('spreads over the whole range, but never hammers', () => {
		expect(backoffMs(3, 0.5)).toBe(1000);
		expect(backoffMs(9, 0)).toBe(50);
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1 }), (n, random) => {
				if (Number.isNaN(random)) return;
				const ms = backoffMs(n, random);
				expect(ms).toBeGreaterThanOrEqual(50);
				expect(ms).toBeLessThanOrEqual(Math.min(60_000, 500 * 2 ** (n - 1)));
			}),
		);
	});
});

describe('Retry-After', () => {
	const now = Date.parse('Mon, 05 Jan 2026 09:00:00 GMT');

	it.each([
		['0', 0],
		['7', 7000],
		[' 120 ', 120_000],
		['999999999', 999_999_999_000],
		['Mon, 05 Jan 2026 09:00:30 GMT', 30_000],
		['Monday, 05-Jan-26 09:00:30 GMT', 30_000],
		['Mon, 05 Jan 2026 08:00:00 GMT', 0],
		['-5', undefined],
		['1.5', undefined],
		['1e9', undefined],
		['9'.repeat(400), undefined],
		['soon', undefined],
		['2026', 2_026_000],
		['2026-01-05', undefined],
		['Monday', undefined],
		['05 Jan 2026 09:00:30 GMT (Mon)', undefined],
		['', undefined],
		[undefined, undefined],
	])('%j', (header, ms) => {
		expect(retryAfterMs(header, now)).toBe(ms);
	});
});
