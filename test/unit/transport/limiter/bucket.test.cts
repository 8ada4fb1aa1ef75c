import { AdaptiveBucket, type Rates } from '../../../../nodes/Meetergo/transport/limiter/bucket';

/** A place a second. */
const rates: Rates = { requestsPerMinute: 60, burst: 40, processes: 1 };

/** Takes places until there is none, and tells how many there were. */
function drain(bucket: AdaptiveBucket, now: number): number {
	let count = 0;
	for (; bucket.waitMs(now) === 0; count += 1) bucket.take(now);
	return count;
}

describe('a bucket', () => {
	it.each([
		[{ burst: 3, processes: 1 }, 3],
		[{ burst: 40, processes: 4 }, 10],
		// What is on its way may arrive closer together: one of fifty stays behind.
		[{ burst: 50, processes: 1 }, 49],
		[{ burst: 200, processes: 1 }, 196],
		[{ burst: 200, processes: 4 }, 49],
		[{ burst: 2, processes: 4 }, 1],
	])('with %j holds %i places', (given, places) => {
		expect(drain(new AdaptiveBucket({ ...rates, ...given }, 0), 0)).toBe(places);
	});

	it.each([
		[60, 1, 1000],
		[60, 4, 4000],
		[600, 1, 100],
		[7, 1, 8572],
	])('with %i a minute for %i processes has the next place after %i ms', (a, processes, wait) => {
		const bucket = new AdaptiveBucket({ requestsPerMinute: a, burst: processes, processes }, 0);
		bucket.take(0);
		expect(bucket.waitMs(0)).toBe(wait);
		expect(bucket.waitMs(wait - 2)).toBeGreaterThan(0);
		expect(bucket.waitMs(wait)).toBe(0);
	});

	it('fills up while it is idle, but not beyond the burst', () => {
		const bucket = new AdaptiveBucket(rates, 0);
		drain(bucket, 0);
		expect(drain(bucket, 3500)).toBe(3);
		expect(bucket.waitMs(3500)).toBe(500);
		expect(drain(bucket, 3_600_000)).toBe(40);
	});

	it('stands still while time does not pass', () => {
		const bucket = new AdaptiveBucket(rates, 10_000);
		drain(bucket, 10_000);
		expect(bucket.waitMs(4000)).toBe(7000);
		expect(bucket.waitMs(10_000)).toBe(1000);
	});

	it('counts the time before a change of its rates at the old rate', () => {
		const bucket = new AdaptiveBucket(rates, 0);
		drain(bucket, 0);
		bucket.adopt({ ...rates, requestsPerMinute: 6000 }, 1000);
		expect(drain(bucket, 1000)).toBe(1);
		expect(bucket.waitMs(1000)).toBe(10);
	});
});

describe('a refusal', () => {
	it('empties the bucket and halves the rate', () => {
		const bucket = new AdaptiveBucket(rates, 0);
		bucket.take(0);
		bucket.refused(0, 0, 0);
		expect(bucket.waitMs(0)).toBe(2000);
	});

	it('shuts the bucket for as long as the server asks', () => {
		const bucket = new AdaptiveBucket(rates, 0);
		bucket.take(0);
		bucket.refused(0, 100, 3000);
		expect(bucket.waitMs(100)).toBe(5000);
		expect(bucket.waitMs(2100)).toBe(3000);
	});

	it('of what was under way already tells nothing new', () => {
		const bucket = new AdaptiveBucket(rates, 0);
		bucket.refused(0, 100, 0);
		bucket.refused(99, 200, 0);
		expect(bucket.waitMs(100)).toBe(2000);
	});

	it('of a later request halves the rate again, down to a thirty-second part', () => {
		const bucket = new AdaptiveBucket(rates, 0);
		const waits = Array.from({ length: 7 }, () => {
			bucket.refused(0, 0, 0);
			return bucket.waitMs(0);
		});
		expect(waits).toEqual([2000, 4000, 8000, 16_000, 32_000, 32_000, 32_000]);
	});

	it('is forgotten evenly: the rate grows back', () => {
		const bucket = new AdaptiveBucket(rates, 0);
		bucket.refused(0, 0, 0);
		const gains = [35, 70, 105].map((seconds) => drain(bucket, seconds * 1000));
		expect(gains).toEqual([18, 20, 22]);
		drain(bucket, 420_000);
		expect(drain(bucket, 455_000)).toBe(35);
	});

	it('that asks for longer than the limit can last is about something else', () => {
		const bucket = new AdaptiveBucket(rates, 0);
		bucket.refused(0, 0, 60_001);
		expect(drain(bucket, 0)).toBe(40);
		bucket.refused(0, 0, 60_000);
		expect(bucket.waitMs(0)).toBeGreaterThanOrEqual(60_000);
	});

	it('may ask for as long as a large bucket takes to fill', () => {
		const large = new AdaptiveBucket({ ...rates, burst: 200 }, 0);
		large.refused(0, 0, 201_000);
		expect(large.waitMs(0)).toBeGreaterThanOrEqual(201_000);
		const other = new AdaptiveBucket({ ...rates, burst: 200 }, 0);
		other.refused(0, 0, 201_001);
		expect(other.waitMs(0)).toBe(0);
	});
});

it('a small bucket does not take the wait for one place for a window', () => {
	const bucket = new AdaptiveBucket({ ...rates, burst: 3 }, 0);
	bucket.take(0);
	bucket.refused(0, 0, 2000);
	expect(bucket.waitMs(0)).toBe(4000);
});

describe('a server that counts in windows', () => {
	it('is sent what one window had room for as soon as the next one opens, at the full rate', () => {
		const bucket = new AdaptiveBucket(rates, 0);
		for (let count = 0; count < 26; count += 1) bucket.take(0);
		bucket.refused(0, 0, 30_000);
		expect(bucket.waitMs(0)).toBe(30_000);
		expect(drain(bucket, 30_000)).toBe(25);
		expect(bucket.waitMs(30_000)).toBe(1000);
	});

	it('may open its window bit by bit', () => {
		const bucket = new AdaptiveBucket(rates, 0);
		for (let count = 0; count < 26; count += 1) bucket.take(0);
		bucket.refused(0, 0, 30_000);
		bucket.take(30_000);
		bucket.refused(30_000, 30_000, 1000);
		expect(bucket.waitMs(30_000)).toBe(1000);
		expect(drain(bucket, 31_000)).toBe(25);
	});

	it('is slow for another reason once its window has been open for a while', () => {
		const bucket = new AdaptiveBucket(rates, 0);
		bucket.refused(0, 0, 30_000);
		bucket.refused(42_000, 42_000, 1000);
		expect(bucket.waitMs(42_000)).toBe(3000);
	});

	it('is known without being told: it lets nothing through for long, and then everything', () => {
		const bucket = new AdaptiveBucket(rates, 0);
		for (let count = 0; count < 26; count += 1) bucket.take(0);
		bucket.refused(5000, 5000, 0);
		// What was under way before tells nothing.
		bucket.accepted(4999, 5100);
		bucket.take(9000);
		bucket.refused(9000, 9000, 0);
		bucket.take(17_000);
		bucket.accepted(17_000, 17_000);
		expect(drain(bucket, 17_000)).toBe(25);
		expect(bucket.waitMs(17_000)).toBe(1000);
	});

	it('that was shut for a moment only counts in another way', () => {
		const bucket = new AdaptiveBucket(rates, 0);
		for (let count = 0; count < 26; count += 1) bucket.take(0);
		bucket.refused(50_000, 50_000, 0);
		bucket.take(58_000);
		bucket.accepted(58_000, 58_000);
		expect(drain(bucket, 58_000)).toBeLessThan(5);
	});

	it('does not open bit by bit where it does not say for how long to wait', () => {
		const bucket = new AdaptiveBucket(rates, 0);
		for (let count = 0; count < 26; count += 1) bucket.take(0);
		bucket.refused(0, 0, 30_000);
		bucket.take(30_000);
		bucket.refused(30_000, 30_000, 0);
		expect(bucket.waitMs(30_000)).toBe(2000);
	});

	it('is not taken for one when it was shut for a short time only', () => {
		const bucket = new AdaptiveBucket(rates, 0);
		for (let count = 0; count < 26; count += 1) bucket.take(0);
		bucket.refused(0, 0, 0);
		bucket.accepted(0, 500);
		bucket.take(4000);
		bucket.accepted(4000, 4000);
		bucket.accepted(12_000, 12_000);
		expect(drain(bucket, 12_000)).toBeLessThan(6);
	});
});
