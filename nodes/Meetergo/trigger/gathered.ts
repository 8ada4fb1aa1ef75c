/** The whole of a list that is known to be short. */
export async function gathered<T>(list: AsyncIterable<T>): Promise<T[]> {
	const all: T[] = [];
	for await (const one of list) all.push(one);
	return all;
}
