import { startChild, type Child } from './child.cts';

/** Those that wait for work: n8n takes seconds to load, so a process is used again. */
const idle = new Map<string, Child[]>();

/**
 * Lends processes of `bench/children` for some work. Only work of which nothing is left in a process may borrow; what
 * starts anew, as memory and loading do, takes `askOnce`.
 */
export async function withChildren<T>(
	name: string,
	count: number,
	work: (children: readonly Child[]) => Promise<T>,
): Promise<T> {
	const children = await Promise.all(Array.from({ length: count }, async () => await borrow(name)));
	try {
		const result = await work(children);
		idle.set(name, [...(idle.get(name) ?? []), ...children]);
		return result;
	} catch (error) {
		// Whoever failed may still be at it.
		await Promise.all(children.map(async (child) => await child.end()));
		throw error;
	}
}

/** Ends all that wait for work. */
export async function endIdle(): Promise<void> {
	const children = [...idle.values()].flat();
	idle.clear();
	await Promise.all(children.map(async (child) => await child.end()));
}

async function borrow(name: string): Promise<Child> {
	return idle.get(name)?.pop() ?? (await startChild(name));
}
