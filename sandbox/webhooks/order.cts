import { uuidOf } from '../ids.cts';

/** In which order things go that were held back: as they came, the last one first, or any. */
export const ORDERS = ['kept', 'reversed', 'shuffled'] as const;

export type Order = (typeof ORDERS)[number];

/** A list in another order. The same seed shuffles lists of the same length in the same way. */
export function ordered<Item>(items: readonly Item[], order: Order, seed: number): readonly Item[] {
	if (order === 'kept') return items;
	if (order === 'reversed') return [...items].reverse();
	const drawn = items.map((item, index) => ({ item, key: uuidOf(`shuffle ${seed}`, index) }));
	return drawn.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ item }) => item);
}
