/** Counts the places of one limit. All times are milliseconds of the clock, and never decrease. */
export interface Meter {
	/** Milliseconds until there is a place; 0 when there is one now. */
	waitMs(now: number): number;
	/** Takes a place that is there. */
	take(now: number): void;
	/**
	 * Tells that the server refused a request.
	 * @param sentAt when it was sent
	 * @param askedMs the wait the server asks for; 0 when it leaves that to us
	 */
	refused(sentAt: number, now: number, askedMs: number): void;
	/** Tells that the server let a request through that was sent at `sentAt`. */
	accepted(sentAt: number, now: number): void;
}
