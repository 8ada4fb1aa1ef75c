import type { IDataObject } from 'n8n-workflow';
import { zeroBasedPages } from '../transport/paginate';
import { v4 } from '../transport/path';
import type { AppointmentAttendee, AppointmentHost } from './appointments';

/* Bookings as they are asked for, and those that wait for a confirmation. */

/** A booking as it was asked for. */
export interface CreateBookingRequest extends IDataObject {
	readonly meetingTypeId?: string;
	readonly start?: string;
	/** Minutes, where it is not the type's usual length. */
	readonly duration?: number;
	readonly attendee?: AppointmentAttendee;
}

/** The answer to a booking: an appointment, or a booking that waits for a confirmation. */
export interface CreateBookingResponse extends IDataObject {
	readonly appointmentId?: string;
	/** Attendee-side key of an appointment. */
	readonly secret?: string;
	readonly provisionalBookingId?: string;
	/** `doubleOptIn` or `requireHostConfirmation`; older pages write it with a capital. */
	readonly bookingType?: string;
}

/** The answer to the confirmation of a pending booking. */
export interface BookingConfirmed extends IDataObject {
	readonly appointmentId: string;
}

/** A booking that waits, or waited, for its attendee or its host. */
export interface ProvisionalBooking extends IDataObject {
	readonly id: string;
	/** `doubleOptIn` or `requireHostConfirmation`. */
	readonly type?: string;
	readonly dto?: CreateBookingRequest;
	readonly meetingTypeId?: string;
	readonly hosts?: AppointmentHost[];
	readonly createdAt?: string;
	readonly deletedAt?: string | null;
}

/** Bookings that wait for a confirmation, or did: the query `status` tells which. Paged as bookings are, for all we know. */
export const provisionalBookings = zeroBasedPages<ProvisionalBooking>({
	path: v4`/provisional-booking/paginated`,
	key: 'provisionalBookings',
	id: ({ id }) => id,
	largestPage: 100,
});

/** An address at which one meeting can be booked, once. */
export interface OneTimeBookingLink extends IDataObject {
	readonly id?: string;
	readonly url?: string;
	/** Another name of `url`, seen in clients. */
	readonly link?: string;
}
