import type { Json } from '../../contract/json.cts';
import type { Clock } from '../clock.cts';

/** Slot answers that are given again for a while, whatever was booked or changed since. */
export class SlotCache {
	private readonly kept = new Map<string, { readonly answer: Json; readonly until: number }>();

	/** `ms` of the sandbox's clock is how long an answer is kept; 0 keeps none. */
	constructor(
		private readonly ms: number,
		private readonly clock: Clock,
	) {}

	/** The answer kept under a key, or a new one, which takes its place. */
	answer(key: string, refresh: boolean, compute: () => Json): Json {
		const now = this.clock.millis();
		const known = this.kept.get(key);
		if (known && !refresh && now < known.until) return known.answer;
		const answer = compute();
		if (this.ms > 0) this.kept.set(key, { answer, until: now + this.ms });
		return answer;
	}

	clear(): void {
		this.kept.clear();
	}
}
