/**
 * Does something with each member of a list, in its order, with at most `atOnce` of them at the same time. When `work` answers
 * false, no more is begun; what is under way is waited for.
 */
export async function together<T>(
	list: Iterable<T>,
	atOnce: number,
	work: (one: T) => Promise<boolean>,
): Promise<void> {
	const left = list[Symbol.iterator]();
	let goesOn = true;
	const worker = async (): Promise<void> => {
		while (goesOn) {
			const next = left.next();
			if (next.done === true) return;
			if (!(await work(next.value))) goesOn = false;
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}
