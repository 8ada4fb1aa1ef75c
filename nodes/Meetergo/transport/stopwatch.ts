/** Measures how long at least one of several things went on that may overlap, in milliseconds. */
export class Stopwatch {
	private runningCount = 0;

	private startedAt = 0;

	private measuredMs = 0;

	constructor(private readonly now: () => number) {}

	get ms(): number {
		return this.measuredMs + (this.runningCount > 0 ? this.now() - this.startedAt : 0);
	}

	/** Counts in what `action` takes. */
	async during<T>(action: () => Promise<T>): Promise<T> {
		if (this.runningCount === 0) this.startedAt = this.now();
		this.runningCount += 1;
		try {
			return await action();
		} finally {
			this.runningCount -= 1;
			if (this.runningCount === 0) this.measuredMs += this.now() - this.startedAt;
		}
	}
}
