import { sleep } from 'n8n-workflow';
import type { Clock } from './types';

/** n8n allows no timers but `sleep`, which cannot be ended early everywhere; so sleeps are short. */
const sliceMs = 500;

/** Real time and chance. */
export const realClock: Clock = {
	now: () => Date.now(),
	async sleep(ms, signal) {
		const end = Date.now() + ms;
		for (let left = ms; left > 0 && !signal?.aborted; left = end - Date.now()) {
			await sleep(Math.min(left, sliceMs));
		}
	},
	random: () => Math.random(),
};
