import type { MeetingType } from './records/meetingTypes.cts';
import type { State } from './state.cts';

/** The user on whose page a type is: its host, or whoever made it where hosts take turns. */
function pageOwner({ userId, createdById }: MeetingType): string {
	return userId ?? createdById;
}

/** Where the public books a type. It follows the slugs of both. */
export function bookingUrl(state: State, type: MeetingType): string {
	const owner = state.users.get(pageOwner(type));
	return `https://cal.meetergo.com/${owner?.slug ?? 'team'}/${type.slug}`;
}

/** Whether another live type has the slug of this one on the same page. */
export function isSlugTaken(state: State, type: MeetingType): boolean {
	return [...state.meetingTypes.values()].some(
		(other) =>
			other.id !== type.id &&
			other.deletedAt === null &&
			other.slug === type.slug &&
			pageOwner(other) === pageOwner(type),
	);
}
