/** Lets things that concern the same happen one after another; one that fails does not stop the next. */
export class Turns {
	private readonly last = new Map<string, Promise<unknown>>();

	/** Waits until all that came before under this key has ended, and fails as the action does. */
	async take<T>(key: string, action: () => Promise<T>): Promise<T> {
		const before = this.last.get(key) ?? Promise.resolve();
		const mine = before.then(action, action);
		this.last.set(key, mine);
		try {
			return await mine;
		} finally {
			if (this.last.get(key) === mine) this.last.delete(key);
		}
	}
}
