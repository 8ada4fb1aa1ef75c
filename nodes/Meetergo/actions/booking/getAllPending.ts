import type { IDataObject } from 'n8n-workflow';
import { type ProvisionalBooking, provisionalBookings } from '../../api/bookings';
import { choice } from '../../fields/basic';
import { filterFields } from '../../fields/collection';
import { paging } from '../../fields/paging';
import { type Hosts, hosts } from '../../fields/people';
import { timezone } from '../../fields/time';
import { perItem } from '../perItem';
import { ofMeetingType } from './booking.fields';
import { type PendingBooking, pendingBookingColumns, waitsFor } from './pendingBooking.columns';

const status = choice({
	displayName: 'Status',
	name: 'status',
	description: 'What became of the bookings. Not added means those that still wait.',
	options: [
		{ name: 'Confirmed', value: 'confirmed' },
		{ name: 'Declined by Host', value: 'declined_by_host' },
		{ name: 'Expired', value: 'expired' },
		{ name: 'Pending', value: 'pending' },
	],
	default: 'pending',
});

/** What the words of this list mean for a workflow; what neither waits nor was confirmed is off. */
const bookingStates = {
	pending: 'pending',
	confirmed: 'confirmed',
	expired: 'cancelled',
	declined_by_host: 'cancelled',
} as const;

export const getAllPending = perItem({
	option: {
		name: 'Get Many Pending',
		value: 'getAllPending',
		description: 'Get bookings that wait for a confirmation by their attendee or host',
		action: 'Get many pending bookings',
	},
	actingUser: 'required',
	effect: 'read',
	whoMay:
		'Only admins may see the pending bookings of others, or filter by meeting type; with a platform key, act as an admin.',
	fields: {
		limit: paging,
		hosts,
		filters: filterFields({ meetingTypeId: ofMeetingType, status }),
	},
	options: { timezone },
	async *run({ limit, hosts: whose, filters }, api) {
		const chosen = filters.status ?? 'pending';
		// The records do not say themselves what became of them.
		const outcome = (booking: ProvisionalBooking): PendingBooking => ({
			...booking,
			status: chosen,
			bookingState: bookingStates[chosen],
			waitsFor: chosen === 'pending' ? waitsFor(booking.type) : null,
		});
		const seen = new Set<string>();
		for (const scope of scopes(whose)) {
			const query = { ...scope, status: chosen, meetingTypeId: filters.meetingTypeId };
			for await (const booking of api.list(provisionalBookings, query, limit)) {
				// One with several hosts is in the list of each of them.
				if (seen.has(booking.id)) continue;
				seen.add(booking.id);
				yield outcome(booking);
				if (seen.size === limit) return;
			}
		}
	},
	simplify: pendingBookingColumns,
});

/** Whose lists to ask for; the one of the acting user needs no admin. */
function scopes(whose: Hosts): readonly IDataObject[] {
	if (whose === 'me') return [{}];
	return whose === 'everyone' ? [{ all: true }] : whose.ids.map((userId) => ({ userId }));
}
