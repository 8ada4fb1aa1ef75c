import { sleep } from 'n8n-workflow';
import type { Clock } from './types';

/** n8n allows no timers but `sleep`, which cannot be ended early everywhere; so sleeps are short. */
const sliceMs = 500;

/** Real time and chance. */
export const realClock: Clock = {
	now: () => Date.now(),
	async sleep(ms, signal) {
		for (let left = ms; left > 0 && !signal?.aborted; ) {
			const slice = Math.min(left, sliceMs);
			const start = Date.now();
			await sleep(slice);
			// A slice may last longer than asked for, but a clock that was set back must not prolong the sleep.
			left -= Math.max(slice, Date.now() - start);
		}
	},
	random: () => Math.random(),
	attemptTimeoutMs: 30_000,
};
