import type { IDataObject } from 'n8n-workflow';
import { fullNameOf } from '../../api/people';
import { type Appointment, type AppointmentAttendee, isCancelled } from '../../api/records';
import { zonedTime } from '../zonedTime';

/** Who an attendee is. */
export function nameAttendee(attendee: AppointmentAttendee | undefined) {
	return { attendeeName: fullNameOf(attendee), attendeeEmail: attendee?.email ?? null };
}

/** Which booking it is, in seven flat fields: its first attendee, times in the zone of the user. */
export function identify(booking: Appointment, zone: string): IDataObject {
	const info = booking.meetingInfo ?? booking.meetingType?.meetingInfo;
	return {
		id: booking.id,
		bookingState: isCancelled(booking) ? 'cancelled' : 'confirmed',
		start: zonedTime(booking.start, zone),
		end: zonedTime(booking.end, zone),
		meetingTypeName: info?.name ?? null,
		...nameAttendee(booking.attendees?.[0]),
	};
}

/** What most answers about a booking tell, in eight flat fields. */
export function summarise(booking: Appointment, zone: string): IDataObject {
	return { ...identify(booking, zone), hostName: fullNameOf(booking.hosts?.[0]) };
}

/** A booking in ten flat fields. */
export function simplifyBooking(booking: Appointment, zone: string): IDataObject {
	return {
		...summarise(booking, zone),
		attendeePhone: booking.attendees?.[0]?.phone ?? null,
		meetingLink: booking.hostingInfo?.meetingLink ?? null,
	};
}
