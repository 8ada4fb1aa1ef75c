import { seeded } from '../../../bench/statistics.cts';

/** Chance that falls the same way whenever it begins with the same seed. */
export interface Chance {
	/** A whole number from 0 up to, not including, `limit`. */
	below(limit: number): number;
	pick<T>(from: readonly T[]): T;
}

export function chanceOf(seed: number): Chance {
	const random = seeded(seed);
	const below = (limit: number) => Math.floor(random() * limit);
	return {
		below,
		pick<T>(from: readonly T[]): T {
			const picked = from[below(from.length)];
			if (picked === undefined) throw new Error('There is nothing to pick from');
			return picked;
		},
	};
}
