import type { MeetingType } from '../../../api/meetingTypes';
import { membersOf, type Queue } from '../../../api/queues';
import { ifReadable } from '../../../transport/ifReadable';
import { v4 } from '../../../transport/path';
import type { ApiClient } from '../../../transport/types';
import { hostScope } from '../../meetingType/hostScope';
import { actingUserId } from '../../requests/actingUserId';

/** A meeting type with the hosts who were chosen for it, if any. */
export interface Offer {
	readonly type: MeetingType;
	readonly hostIds?: readonly string[];
}

/** A list of meetergo's in which a booking could be. */
export interface Place {
	/** Bookings that wait are in a list of their own, of all meeting types. */
	readonly of: 'booked' | 'pending';
	readonly meetingTypeId?: string;
	/** Whose list it is; without one, that of the acting user, which needs no admin. */
	readonly userId?: string;
}

/** The lists in which bookings could be, and whether these are all. */
export interface Places {
	readonly places: readonly Place[];
	readonly areAll: boolean;
}

/**
 * A list shows the bookings of one host, so there are two of them for each host who could have got the booking. What waits
 * comes first: if it is confirmed meanwhile, it is in one of the two all the same.
 */
export async function placesOf(
	{ type, hostIds }: Offer,
	withPending: boolean,
	api: ApiClient,
): Promise<Places> {
	const hosts = await hostsOf({ type, hostIds }, api);
	const me = await actingUserId(api);
	// Where nobody tells who they are, the acting user may be one of them.
	const userIds =
		hosts.length === 0 ? [undefined] : hosts.map((id) => (id === me ? undefined : id));
	const places = userIds.flatMap((userId): Place[] => [
		...(withPending ? [{ of: 'pending' as const, userId }] : []),
		{ of: 'booked', meetingTypeId: type.id, userId },
	]);
	return { places, areAll: hosts.length > 0 };
}

/** Everybody who could host a booking; nobody where the queue may not be read. */
async function hostsOf({ type, hostIds }: Offer, api: ApiClient): Promise<readonly string[]> {
	const scope = hostScope(type, hostIds, api);
	if ('hostIds' in scope) return [...new Set(scope.hostIds.map((id) => id.toLowerCase()))];
	const { queueId } = scope;
	return await api.perRun(`members of ${queueId}`, async () => {
		const queue = await ifReadable(async () => await api.get<Queue>(v4`/queue/${queueId}`), api);
		return queue === undefined ? [] : membersOf(queue);
	});
}
