import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../../nodes/Meetergo/transport/types';

/** A clock on which any number of sleepers wake up in the right order, in no time. */
export interface VirtualTime extends Clock {
	/** Lets time pass until everything is done that waits for nothing else. */
	run<T>(work: Promise<T>): Promise<T>;
}

/** Starts at 0. `random` gives the chance that clients ask for. */
export function virtualTime(random: () => number = () => 0.5): VirtualTime {
	let now = 0;
	let sleepers: Array<{ readonly at: number; wake(): void }> = [];

	return {
		now: () => now,
		random,
		attemptTimeoutMs: 30_000,
		async sleep(ms, signal) {
			if (signal?.aborted) return;
			await new Promise<void>((wake) => {
				sleepers.push({ at: now + Math.max(0, ms), wake });
				signal?.addEventListener('abort', () => wake());
			});
		},
		async run(work) {
			let isOver = false;
			const over = work.finally(() => {
				isOver = true;
			});
			for (;;) {
				// Everybody who can go on does so before time does.
				await setImmediate();
				if (isOver || sleepers.length === 0) return await over;
				now = Math.min(...sleepers.map(({ at }) => at));
				const due = sleepers.filter(({ at }) => at <= now);
				sleepers = sleepers.filter(({ at }) => at > now);
				for (const { wake } of due) wake();
			}
		},
	};
}
