/**
 * Merges several orders of some keys into one that keeps each of them.
 * Where two orders contradict each other, the earlier one wins; where several do so in a circle, one of them loses.
 */
export function mergeOrders(orders: ReadonlyArray<readonly string[]>): string[] {
	const before = new Map<string, Set<string>>();
	for (const order of orders) {
		order.forEach((key, at) => {
			const earlier = before.get(key) ?? new Set<string>();
			for (const other of order.slice(0, at)) if (!before.get(other)?.has(key)) earlier.add(other);
			before.set(key, earlier);
		});
	}
	const merged = new Set<string>();
	const visiting = new Set<string>();
	const visit = (key: string): void => {
		if (merged.has(key) || visiting.has(key)) return;
		visiting.add(key);
		before.get(key)?.forEach(visit);
		merged.add(key);
	};
	orders.flat().forEach(visit);
	return [...merged];
}
