import type { OneTimeLink } from '../records/bookings.cts';
import type { MeetingType } from '../records/meetingTypes.cts';
import type { User } from '../records/people.cts';
import type { World } from '../world.cts';

/** Makes an address at which a meeting type can be booked once. */
export function makeOneTimeLink({ state, clock }: World, by: User, type: MeetingType): OneTimeLink {
	const id = state.ids.uuid('one-time link');
	const link: OneTimeLink = {
		id,
		companyId: type.companyId,
		meetingTypeId: type.id,
		createdById: by.id,
		url: `https://cal.meetergo.com/one-time/${id}`,
		createdAt: clock.iso(),
	};
	state.oneTimeLinks.set(id, link);
	return link;
}
