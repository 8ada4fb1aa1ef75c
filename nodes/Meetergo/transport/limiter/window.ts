import type { Meter } from './meter';

/** Requests on their way may arrive closer together than they left. */
const JITTER_MS = 500;

/**
 * At most so many requests within any stretch of time: right for small limits, where a bucket would let up to twice the
 * number through.
 */
export class SlidingWindow implements Meter {
	/** When places were taken, the oldest first; no more than `most`. */
	private taken: readonly number[] = [];

	private closedUntil = -Infinity;

	constructor(
		private readonly most: number,
		private readonly lengthMs: number,
	) {}

	waitMs(now: number): number {
		const oldest = this.taken.length < this.most ? undefined : this.taken[0];
		const freeAt = oldest === undefined ? now : oldest + this.lengthMs + JITTER_MS;
		return Math.max(0, freeAt - now, this.closedUntil - now);
	}

	take(now: number): void {
		this.taken = [...this.taken, now].slice(-this.most);
	}

	refused(_sentAt: number, now: number, askedMs: number): void {
		// Somebody else has used up what is left of the window.
		this.closedUntil = now + Math.min(askedMs || this.lengthMs / this.most, this.lengthMs);
	}

	/** Tells nothing that is not counted already. */
	accepted(): void {}
}
