import { bestMs, judge } from '../../../bench/limitRuns.cts';

const MINUTE = 60_000;

it.each([
	[200, 0],
	[400, 2],
	[1000, 8],
])('knows that %d requests take %d minutes at best', (requests, minutes) => {
	expect(bestMs(requests)).toBe(minutes * MINUTE);
});

it('judges a run by what the server saw', () => {
	const accepted = Array.from({ length: 400 }, (_, index) => 5000 + index);
	const last = 5000 + 2.2 * MINUTE;
	expect(judge({ accepted: [...accepted.slice(1), last], refused: 100 }, 3)).toEqual({
		ratio: expect.closeTo(1.1, 3),
		refused: 0.2,
		failed: 3,
	});
});
