import { type Appointment, appointments, isCancelled } from '../../api/appointments';
import { writeInstant } from '../../fields/instant';
import { paging } from '../../fields/paging';
import { hosts } from '../../fields/people';
import { timezone } from '../../fields/time';
import { perItem } from '../perItem';
import { bookingColumns, moreOfBooking } from './booking.columns';
import { hasChanged, windowOfChanges } from './changedSince';
import { filters, order } from './getAll.fields';
import { listsOf, WHO_MAY_READ } from './listsOf';

export const getAll = perItem({
	option: {
		name: 'Get Many',
		value: 'getAll',
		description:
			'Get bookings, the oldest first, cancelled ones included; pending ones are in Get Many Pending',
		action: 'Get many bookings',
	},
	actingUser: 'required',
	effect: 'read',
	whoMay: WHO_MAY_READ,
	fields: {
		limit: paging,
		hosts,
		filters,
	},
	options: { ...order, timezone },
	async *run({ limit, hosts: whose, filters: wanted, options }, api) {
		const { changedSince: since, bookingState: state, window = {} } = wanted;
		const { from, until } = since === undefined ? window : windowOfChanges(window, since);
		const isWanted = (booking: Appointment) =>
			(since === undefined || hasChanged(booking, since)) &&
			(state === undefined || state === (isCancelled(booking) ? 'cancelled' : 'confirmed'));
		// What is chosen here may lie on any page.
		const needed = since === undefined && state === undefined ? limit : undefined;
		const query = {
			start: from && writeInstant(from),
			// The API counts a start at the very end in, but what starts then does not start before it.
			end: until && writeInstant(until.minus(1)),
			search: wanted.search,
			meetingTypeId: wanted.meetingTypeId,
			sortBy: options.sortBy ?? 'appointment.start',
			sortDirection: options.sortDirection ?? 'ASC',
		};
		const seen = new Set<string>();
		for await (const userId of listsOf(whose, api)) {
			for await (const booking of api.list(appointments, { ...query, userId }, needed)) {
				// A meeting with several hosts is in the list of each of them.
				if (seen.has(booking.id) || !isWanted(booking)) continue;
				seen.add(booking.id);
				yield booking;
				if (seen.size < (limit ?? Infinity)) continue;
				if (needed === undefined) api.hint(since === undefined ? MAY_BE_MORE : CUT);
				return;
			}
		}
	},
	simplify: bookingColumns,
	more: moreOfBooking,
});

const CUT =
	'The limit was reached, so there may be more changes. Switch on Return All, or the next run misses them.';

const MAY_BE_MORE =
	'The limit was reached, so there may be more. Switch on Return All to get everything.';
