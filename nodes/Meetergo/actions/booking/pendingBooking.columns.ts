import { fullNameOf } from '../../api/people';
import type { ProvisionalBooking } from '../../api/bookings';
import { column, type Columns } from '../output/columns';
import { zonedTime } from '../output/zonedTime';
import { nameAttendee } from './booking.columns';

/** Who has to confirm a booking; older pages write the kind with a capital. */
export function waitsFor(kind: string | undefined): 'attendee' | 'host' {
	return kind?.toLowerCase() === 'doubleoptin' ? 'attendee' : 'host';
}

/** A booking that waits or waited, with what became of it, which the API's record does not say. */
export interface PendingBooking extends ProvisionalBooking {
	readonly status: string;
	readonly bookingState: 'pending' | 'confirmed' | 'cancelled';
	readonly waitsFor: 'attendee' | 'host' | null;
}

const attendeeOf = ({ dto }: PendingBooking) => nameAttendee(dto?.attendee);

export const pendingBookingColumns: Columns<PendingBooking> = {
	pendingBookingId: column('ID of the pending booking', ({ id }) => id),
	bookingState: column('`pending`, `confirmed` or `cancelled`', (booking) => booking.bookingState),
	status: column('`pending`, `confirmed`, `expired` or `declined_by_host`', ({ status }) => status),
	waitsFor: column('Who has to confirm: `attendee` or `host`', (booking) => booking.waitsFor),
	start: column('When the meeting would start, in Time Zone', ({ dto }, zone) =>
		zonedTime(dto?.start, zone),
	),
	meetingTypeId: column('ID of the meeting type', ({ meetingTypeId }) => meetingTypeId),
	attendeeName: column('Full name of the attendee', (booking) => attendeeOf(booking).attendeeName),
	attendeeEmail: column(
		'Mail address of the attendee',
		(booking) => attendeeOf(booking).attendeeEmail,
	),
	hostName: column('Full name of the first host', ({ hosts }) => fullNameOf(hosts?.[0])),
	createdAt: column('When it was asked for, in Time Zone', ({ createdAt }, zone) =>
		zonedTime(createdAt, zone),
	),
};
