import { type Appointment, isCancelled } from '../../api/appointments';
import { v4 } from '../../transport/path';
import type { Once } from '../../transport/types';
import { column, type Columns } from '../output/columns';
import { perItem } from '../perItem';
import { told } from '../output/told';
import { attendeeIn } from './attendees';
import { nameAttendee, summary } from './booking.columns';
import { bookingId } from './booking.fields';
import { cancelOptions, scope } from './cancel.fields';
import { type Acted, actedOn, bookingAfter, readBooking } from './readBooking';

/** A booking; where one attendee leaves, with who that is. */
interface Cancelled extends Appointment {
	readonly attendeeName?: string | null;
	readonly attendeeEmail?: string | null;
}

const whoIn = (booking: Cancelled) => ({ ...nameAttendee(booking.attendees?.[0]), ...booking });

const cancelledColumns: Columns<Cancelled> = {
	...summary,
	attendeeName: column(
		'Full name of the attendee who leaves, otherwise of the first one',
		(booking) => whoIn(booking).attendeeName,
	),
	attendeeEmail: column(
		'Mail address of the attendee who leaves, otherwise of the first one',
		(booking) => whoIn(booking).attendeeEmail,
	),
};

export const cancel = perItem({
	option: {
		name: 'Cancel',
		value: 'cancel',
		description: 'Cancel a booking, or take one attendee out of it; everybody is told by mail',
		action: 'Cancel a booking and tell everybody by mail',
	},
	actingUser: 'required',
	effect: 'destroy',
	fields: { bookingId, scope },
	options: cancelOptions,
	async run({ bookingId: id, scope: whom, options }, api) {
		const read = async () => await readBooking(id, api);
		const preview = options.preview === true;
		const before = preview || typeof whom !== 'string' ? await read() : undefined;
		const left =
			before && typeof whom !== 'string' ? attendeeIn(before, whom.attendee, api) : undefined;
		// Who left is no longer in the record, and is whom a workflow wants to write to.
		const who = left && nameAttendee(left);
		if (before && preview) {
			const others = left && before.attendees?.some(({ id: other }) => other !== left.id);
			const cancelledScope = others ? 'attendee' : 'booking';
			return told({ ...before, ...who }, { cancelledScope, preview });
		}
		const { record: acted, recovered } = await api.once(
			v4`/appointment/${id}/cancel`,
			{
				reason: options.reason,
				...(left
					? { attendeeId: left.id }
					: { cancelAll: true, cancelEntireSeries: whom === 'series' ? true : undefined }),
			},
			whom === 'series' ? seriesOff : isOff(read, left?.id),
		);
		const booking = await bookingAfter(acted, id, api);
		// When the last attendee leaves, the booking is off as well.
		const cancelledScope = left && !isCancelled(booking) ? 'attendee' : 'booking';
		return told({ ...booking, ...who }, { cancelledScope, recovered });
	},
	simplify: cancelledColumns,
});

/** The booking is off, or the attendee is no longer in it: it was cancelled. */
function isOff(read: () => Promise<Appointment>, attendeeId: string | undefined): Once<Acted> {
	return {
		proof: 'lookUp',
		complete: true,
		read: actedOn,
		async find() {
			const booking = await read();
			const isGone =
				attendeeId !== undefined && !booking.attendees?.some(({ id }) => id === attendeeId);
			return isCancelled(booking) || isGone ? booking : undefined;
		},
		howToCheck: 'Look at its state with Booking > Get before you cancel it again.',
	};
}

/** One booking that is off does not show that the repetitions after it are. */
const seriesOff: Once<Acted> = {
	proof: 'none',
	read: actedOn,
	howToCheck: 'Look at the bookings of the series with Booking > Get Many.',
};
