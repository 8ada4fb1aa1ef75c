import type { BookingConfirmed } from '../../api/bookings';
import { v4 } from '../../transport/path';
import type { Once } from '../../transport/types';
import { column, type Columns } from '../output/columns';
import { perItem } from '../perItem';
import { recordIn } from '../requests/recordIn';
import { told } from '../output/told';
import { pendingBookingId } from './pendingBooking.fields';
import { hasBecome } from './pendingBooking.lookUp';

/** What was pending, and the booking it is now. */
interface Confirmed extends Partial<BookingConfirmed> {
	readonly pendingBookingId: string;
	readonly bookingState: string;
}

const confirmedColumns: Columns<Confirmed> = {
	id: column('ID of the booking', ({ appointmentId }) => appointmentId),
	pendingBookingId: column('ID of the pending booking', (booking) => booking.pendingBookingId),
	bookingState: column('`confirmed`', ({ bookingState }) => bookingState),
};

export const confirmPending = perItem({
	option: {
		name: 'Confirm Pending',
		value: 'confirmPending',
		description:
			'Accept a booking that waits, if your meetergo plan offers it; the invitation is mailed',
		action: 'Confirm a pending booking and mail the invitation',
	},
	actingUser: 'required',
	effect: 'change',
	fields: { pendingBookingId },
	async run({ pendingBookingId: id }, api) {
		const path = v4`/provisional-booking/${id}/confirm`;
		const { record, recovered } = await api.once(path, {}, confirmed(id));
		if (record.appointmentId === undefined) {
			api.hint(
				'The ID of a booking that was confirmed got lost with an answer. Find it with Booking > Get Many.',
			);
		}
		return told({ ...record, pendingBookingId: id, bookingState: 'confirmed' }, { recovered });
	},
	simplify: confirmedColumns,
});

/** The booking is among the confirmed ones, which do not tell the ID of what was booked. */
function confirmed(id: string): Once<Partial<BookingConfirmed>> {
	return {
		proof: 'lookUp',
		complete: true,
		read: (answer) => recordIn<BookingConfirmed>(answer, 'appointmentId'),
		find: async (api) => ((await hasBecome('confirmed', id, api)) ? {} : undefined),
		howToCheck: 'Look for it with Booking > Get Many Pending before you confirm it again.',
	};
}
