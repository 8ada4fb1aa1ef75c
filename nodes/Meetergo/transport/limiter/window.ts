import type { Meter } from './meter';

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
		const freeAt = oldest === undefined ? now : oldest + this.lengthMs;
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
