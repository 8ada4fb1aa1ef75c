import { fullNameOf } from '../../api/people';
import { type Appointment, type AppointmentAttendee, isCancelled } from '../../api/records';
import { inputFailure } from '../../transport/nodeErrors';
import { v4 } from '../../transport/path';
import type { ApiClient, Once } from '../../transport/types';
import { perItem } from '../perItem';
import { told } from '../told';
import { bookingId } from './booking.fields';
import { summarise } from './booking.simplify';
import { cancelOptions, scope } from './cancel.fields';

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
		const read = async () => await api.get<Appointment>(v4`/appointment/${id}`);
		const preview = options.preview === true;
		const before = preview || typeof whom !== 'string' ? await read() : undefined;
		const left =
			before && typeof whom !== 'string' ? attendeeIn(before, whom.attendee, api) : undefined;
		// Who left is no longer in the record, and is whom a workflow wants to write to.
		const who = left && { attendeeName: fullNameOf(left), attendeeEmail: left.email ?? null };
		if (before && preview) {
			const others = left && before.attendees?.some(({ id: other }) => other !== left.id);
			return told(before, { ...who, cancelledScope: others ? 'attendee' : 'booking', preview });
		}
		const { record, recovered } = await api.once(
			v4`/appointment/${id}/cancel`,
			{
				reason: options.reason,
				...(left
					? { attendeeId: left.id }
					: { cancelAll: true, cancelEntireSeries: whom === 'series' ? true : undefined }),
			},
			whom === 'series' ? seriesOff : isOff(read, left?.id),
		);
		// When the last attendee leaves, the booking is off as well.
		const cancelledScope = left && !isCancelled(record) ? 'attendee' : 'booking';
		return told(record, { ...who, cancelledScope, recovered });
	},
	simplify: summarise,
});

/** The API knows attendees by id only; people know them by mail address. */
function attendeeIn(
	{ attendees = [] }: Appointment,
	wanted: string,
	api: ApiClient,
): AppointmentAttendee {
	const found = attendees.find(
		({ id, email }) => id === wanted || email?.toLowerCase() === wanted.toLowerCase(),
	);
	return (
		found ?? api.fail(inputFailure('Attendee Email or ID', `"${wanted}" is not in this booking`))
	);
}

function readAppointment(answer: unknown): Appointment | undefined {
	const booking = answer as Appointment | undefined;
	return booking?.id === undefined ? undefined : booking;
}

/** The booking is off, or the attendee is no longer in it: it was cancelled. */
function isOff(
	read: () => Promise<Appointment>,
	attendeeId: string | undefined,
): Once<Appointment> {
	return {
		proof: 'lookUp',
		complete: true,
		read: readAppointment,
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
const seriesOff: Once<Appointment> = {
	proof: 'none',
	read: readAppointment,
	howToCheck: 'Look at the bookings of the series with Booking > Get Many.',
};
