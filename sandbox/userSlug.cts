import { refusal } from './errors.cts';
import { slugOf } from './slug.cts';
import type { State } from './state.cts';

/** Characters. */
export const SHORTEST_SLUG = 5;

/** Whether a live user of any company, besides one, has the slug. */
export function isUserSlugTaken(state: State, slug: string, exceptId?: string): boolean {
	return [...state.users.values()].some(
		(user) => user.slug === slug && user.deletedAt === null && user.id !== exceptId,
	);
}

/**
 * A wished slug as it is stored. One that is too short is refused with 400, one that is taken with the
 * status that the operation has for it.
 */
export function readUserSlug(
	state: State,
	wish: string,
	statusOfTaken: 400 | 409,
	exceptId?: string,
): string {
	const slug = slugOf(wish);
	if (slug.length < SHORTEST_SLUG) {
		throw refusal(400, [`slug must be longer than or equal to ${SHORTEST_SLUG} characters`]);
	}
	if (isUserSlugTaken(state, slug, exceptId)) throw refusal(statusOfTaken, 'slug already exists');
	return slug;
}
