/** Finds ids by a key that several of them may share. */
export class IdIndex {
	private readonly ids = new Map<string, Set<string>>();

	add(key: string, id: string): void {
		const known = this.ids.get(key);
		if (known) known.add(id);
		else this.ids.set(key, new Set([id]));
	}

	remove(key: string, id: string): void {
		const known = this.ids.get(key);
		known?.delete(id);
		if (known?.size === 0) this.ids.delete(key);
	}

	/** In the order in which they were added. */
	of(key: string): Iterable<string> {
		return this.ids.get(key) ?? [];
	}

	clear(): void {
		this.ids.clear();
	}
}
