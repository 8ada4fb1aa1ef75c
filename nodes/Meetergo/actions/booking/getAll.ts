import { appointments, users } from '../../api/listings';
import { choice, text } from '../../fields/basic';
import { collection } from '../../fields/collection';
import { writeInstant } from '../../fields/instant';
import { paging } from '../../fields/paging';
import { type Hosts, hosts } from '../../fields/people';
import { startsWithin, timezone } from '../../fields/time';
import type { ApiClient } from '../../transport/types';
import { perItem } from '../perItem';
import { ofMeetingType } from './booking.fields';
import { simplifyBooking } from './booking.simplify';

export const getAll = perItem({
	option: {
		name: 'Get Many',
		value: 'getAll',
		description:
			'Get bookings, the oldest first, cancelled ones included; Starts After leaves old ones out',
		action: 'Get many bookings',
	},
	actingUser: 'required',
	effect: 'read',
	whoMay: 'Only admins may read the bookings of others; with a platform key, act as an admin.',
	fields: {
		limit: paging,
		hosts,
		filters: collection({
			displayName: 'Filters',
			name: 'filters',
			placeholder: 'Add filter',
			fields: {
				meetingTypeId: ofMeetingType,
				search: text({
					displayName: 'Search',
					name: 'search',
					placeholder: 'e.g. Tomas Berg',
					description:
						'Only bookings in which meetergo finds this text, such as a name or a mail address',
				}),
				window: startsWithin,
			},
		}),
	},
	options: {
		sortBy: choice({
			displayName: 'Sort By',
			name: 'sortBy',
			description: 'What the bookings of one host are sorted by',
			options: [
				{ name: 'Booked At', value: 'appointment.createdAt' },
				{ name: 'Start', value: 'appointment.start' },
			],
			default: 'appointment.start',
		}),
		sortDirection: choice({
			displayName: 'Sort Direction',
			name: 'sortDirection',
			description: 'Whether the earliest or the latest comes first',
			options: [
				{ name: 'Earliest First', value: 'ASC' },
				{ name: 'Latest First', value: 'DESC' },
			],
			default: 'ASC',
		}),
		timezone,
	},
	async *run({ limit, hosts: whose, filters, options }, api) {
		const { from, until } = filters.window ?? {};
		const query = {
			start: from && writeInstant(from),
			// The API counts a start at the very end in, but what starts then does not start before it.
			end: until && writeInstant(until.minus(1)),
			search: filters.search,
			meetingTypeId: filters.meetingTypeId,
			sortBy: options.sortBy ?? 'appointment.start',
			sortDirection: options.sortDirection ?? 'ASC',
		};
		const seen = new Set<string>();
		for await (const userId of userIds(whose, api)) {
			for await (const booking of api.list(appointments, { ...query, userId }, limit)) {
				// A meeting with several hosts is in the list of each of them.
				if (seen.has(booking.id)) continue;
				seen.add(booking.id);
				yield booking;
				if (seen.size === limit) return;
			}
		}
	},
	simplify: simplifyBooking,
});

/** Whose lists to read; `undefined` is the acting user, whose own list needs no admin. */
async function* userIds(whose: Hosts, api: ApiClient): AsyncIterable<string | undefined> {
	if (whose === 'me') yield undefined;
	else if (whose === 'everyone') for await (const { id } of api.list(users)) yield id;
	else yield* whose.ids;
}
