import { Stopwatch } from './stopwatch';
import type { Clock } from './types';

/** What a run cost the person who started it; read for hints and error texts. */
export class Notes {
	/** Waiting for the rate limit: in the queue for a place, or after a refusal. */
	readonly forLimit: Stopwatch;

	/** Waiting after other failed attempts. */
	readonly afterFaults: Stopwatch;

	requests = 0;

	/** Records that were found although the answer of the request that made them was lost. */
	recovered = 0;

	/** Lists of which the limit left out something. */
	cutLists = 0;

	constructor({ now }: Pick<Clock, 'now'>) {
		this.forLimit = new Stopwatch(now);
		this.afterFaults = new Stopwatch(now);
	}
}
