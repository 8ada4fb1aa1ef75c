/** Work that has not ended yet. */
export class Unsettled {
	private readonly running = new Set<Promise<void>>();

	/** Lets `settled` wait for some work, and for what follows it at once. */
	async track<T>(work: Promise<T>): Promise<T> {
		const ended = work.then(
			() => {},
			() => {},
		);
		this.running.add(ended);
		void ended.then(() => this.running.delete(ended));
		return await work;
	}

	/** Resolves when nothing runs any more, nor what was started meanwhile. */
	async settled(): Promise<void> {
		while (this.running.size > 0) await Promise.all(this.running);
	}
}
