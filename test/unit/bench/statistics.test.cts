import { allOf, inTurns, median, seeded } from '../../../bench/statistics.cts';

it.each([
	[[3], 3],
	[[5, 1, 3], 3],
	[[4, 1, 3, 2], 2.5],
])('takes the median of %j', (values, expected) => {
	expect(median(values)).toBe(expected);
});

it('has no median of nothing', () => {
	expect(() => median([])).toThrow('Nothing was measured');
});

it('measures in turns', async () => {
	const order: string[] = [];
	const measure = (name: string) => async () => await Promise.resolve(order.push(name));
	const results = await inTurns({ a: measure('a'), b: measure('b') }, 2);
	expect(order).toEqual(['a', 'b', 'a', 'b']);
	expect(results).toEqual({ a: [1, 3], b: [2, 4] });
});

it.each([
	[true, 2],
	[false, 1],
])('does work at once: %s', async (atOnce, most) => {
	let now = 0;
	let seen = 0;
	const work = (result: string) => async () => {
		now += 1;
		seen = Math.max(seen, now);
		await new Promise(setImmediate);
		now -= 1;
		return result;
	};
	expect(await allOf([work('a'), work('b')], atOnce)).toEqual(['a', 'b']);
	expect(seen).toBe(most);
});

it('draws the same numbers for the same seed', () => {
	const draw = (seed: number) => {
		const random = seeded(seed);
		return Array.from({ length: 1000 }, random);
	};
	expect(draw(1)).toEqual(draw(1));
	expect(draw(1)).not.toEqual(draw(2));
	const mean = draw(3).reduce((sum, number) => sum + number, 0) / 1000;
	expect(mean).toBeGreaterThan(0.45);
	expect(mean).toBeLessThan(0.55);
});
