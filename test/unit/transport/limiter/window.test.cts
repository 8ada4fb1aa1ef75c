import { SlidingWindow } from '../../../../nodes/Meetergo/transport/limiter/window';

describe('a sliding window of three in 60 s', () => {
	const open = () => new SlidingWindow(3, 60_000);

	it('lets three through, and the next one when the first is clearly older than 60 s', () => {
		const window = open();
		for (const at of [0, 1000, 2000]) {
			expect(window.waitMs(at)).toBe(0);
			window.take(at);
		}
		expect(window.waitMs(2000)).toBe(58_500);
		expect(window.waitMs(60_499)).toBe(1);
		expect(window.waitMs(60_500)).toBe(0);
		window.take(60_500);
		expect(window.waitMs(60_500)).toBe(1000);
	});

	it.each([
		['as long as the server asks', 7000, 7000],
		['one place long when it does not say', 0, 20_000],
		['no longer than the window', 3_600_000, 60_000],
	])('is shut %s after a refusal', (_what, askedMs, waitMs) => {
		const window = open();
		window.take(0);
		window.refused(0, 500, askedMs);
		expect(window.waitMs(500)).toBe(waitMs);
		expect(window.waitMs(500 + waitMs)).toBe(0);
	});

	it('learns nothing from what goes through', () => {
		const window = open();
		window.take(0);
		window.accepted();
		expect(window.waitMs(0)).toBe(0);
	});
});
