import type { IDataObject } from 'n8n-workflow';
import { fullNameOf } from '../../api/people';
import type { ProvisionalBooking } from '../../api/records';
import { zonedTime } from '../zonedTime';
import { nameAttendee } from './booking.simplify';

/** Who has to confirm a booking; older pages write the kind with a capital. */
export function waitsFor(kind: string | undefined): 'attendee' | 'host' {
	return kind?.toLowerCase() === 'doubleoptin' ? 'attendee' : 'host';
}

/** A booking that waits in ten flat fields, times in the zone of the user. */
export function simplifyPendingBooking(booking: ProvisionalBooking, zone: string): IDataObject {
	const { dto, createdAt } = booking;
	return {
		pendingBookingId: booking.id,
		bookingState: 'pending',
		status: 'pending',
		waitsFor: waitsFor(booking.type),
		start: dto?.start === undefined ? null : zonedTime(dto.start, zone),
		meetingTypeId: booking.meetingTypeId ?? null,
		...nameAttendee(dto?.attendee),
		hostName: fullNameOf(booking.hosts?.[0]),
		createdAt: createdAt === undefined ? null : zonedTime(createdAt, zone),
	};
}
