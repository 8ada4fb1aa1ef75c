/** @throws Error when there is nothing to take it of */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle];
	if (upper === undefined) throw new Error('Nothing was measured');
	const lower = sorted[middle - 1];
	return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

/**
 * Repeats measurements in turns, so that whatever else the machine does strikes all of them alike.
 * @returns what each measurement gave, by its name
 */
export async function inTurns<T, K extends string>(
	measurements: Readonly<Record<K, () => Promise<T>>>,
	repeats: number,
): Promise<Record<K, T[]>>;
export async function inTurns<T>(
	measurements: Readonly<Record<string, () => Promise<T>>>,
	repeats: number,
): Promise<Record<string, T[]>> {
	const results: Record<string, T[]> = {};
	for (let turn = 0; turn < repeats; turn += 1) {
		for (const [name, measure] of Object.entries(measurements)) {
			results[name] = [...(results[name] ?? []), await measure()];
		}
	}
	return results;
}

/** Does all of it, in its order: at once, or one after the other so that nothing is in the way of the rest. */
export async function allOf<T>(
	works: ReadonlyArray<() => Promise<T>>,
	atOnce: boolean,
): Promise<T[]> {
	if (atOnce) return await Promise.all(works.map(async (work) => await work()));
	const results: T[] = [];
	for (const work of works) results.push(await work());
	return results;
}

/** Random numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
