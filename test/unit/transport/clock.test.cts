import { realClock } from '../../../nodes/Meetergo/transport/clock';

const aYear = 365 * 24 * 3_600_000;

describe('the real clock', () => {
	it('sleeps at least as long as asked', async () => {
		const start = performance.now();
		await realClock.sleep(30);
		// Timers and clocks are rounded differently.
		expect(performance.now() - start).toBeGreaterThan(28);
	});

	it('does not sleep when there is nothing to wait for', async () => {
		await realClock.sleep(0);
		await realClock.sleep(-5);
		await realClock.sleep(aYear, AbortSignal.abort());
	});

	it('wakes up when the signal is aborted', async () => {
		const controller = new AbortController();
		const sleeping = realClock.sleep(aYear, controller.signal);
		controller.abort();
		await sleeping;
	});

	it('tells time and chance', () => {
		expect(Math.abs(realClock.now() - Date.now())).toBeLessThan(10_000);
		const chance = realClock.random();
		expect(chance >= 0 && chance < 1).toBe(true);
	});
});
