import { Stopwatch } from '../../../nodes/Meetergo/transport/stopwatch';
import { virtualTime } from './virtualTime.cts';

/** What a watch shows after sleeps that begin and last so many milliseconds. */
async function measured(sleeps: ReadonlyArray<readonly [begin: number, ms: number]>) {
	const clock = virtualTime();
	const watch = new Stopwatch(clock.now);
	const seen: number[] = [];
	await clock.run(
		Promise.all(
			sleeps.map(async ([begin, ms]) => {
				await clock.sleep(begin);
				await watch.during(async () => await clock.sleep(ms));
				seen.push(watch.ms);
			}),
		),
	);
	return seen;
}

it('counts what overlaps once', async () => {
	expect(
		await measured([
			[0, 100],
			[50, 100],
		]),
	).toEqual([100, 150]);
});

it('does not count what lies between', async () => {
	expect(
		await measured([
			[0, 100],
			[500, 30],
		]),
	).toEqual([100, 130]);
});

it('counts what fails as well', async () => {
	const clock = virtualTime();
	const watch = new Stopwatch(clock.now);
	const failing = watch.during(async () => {
		await clock.sleep(70);
		throw new RangeError('no');
	});
	await expect(clock.run(failing)).rejects.toThrow('no');
	await clock.run(clock.sleep(1000));
	expect(watch.ms).toBe(70);
});
