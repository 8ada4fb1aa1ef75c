import type { IDataObject } from 'n8n-workflow';
import { fullNameOf } from '../../api/people';
import { type Appointment, isCancelled } from '../../api/records';
import { readInstant, writeLocal } from '../../fields/instant';

/** A time of the API in the zone of the user; left as it is where it cannot be read. */
export function localTime(text: string, zone: string): string {
	const reading = readInstant(text, 'UTC');
	return 'instant' in reading ? writeLocal(reading.instant, zone) : text;
}

/** What every answer about a booking tells, in eight flat fields: its first attendee, times in the zone of the user. */
export function summarise(booking: Appointment, zone: string): IDataObject {
	const attendee = booking.attendees?.[0];
	const info = booking.meetingInfo ?? booking.meetingType?.meetingInfo;
	return {
		id: booking.id,
		bookingState: isCancelled(booking) ? 'cancelled' : 'confirmed',
		start: localTime(booking.start, zone),
		end: localTime(booking.end, zone),
		meetingTypeName: info?.name ?? null,
		attendeeName: fullNameOf(attendee),
		attendeeEmail: attendee?.email ?? null,
		hostName: fullNameOf(booking.hosts?.[0]),
	};
}

/** A booking in ten flat fields. */
export function simplifyBooking(booking: Appointment, zone: string): IDataObject {
	return {
		...summarise(booking, zone),
		attendeePhone: booking.attendees?.[0]?.phone ?? null,
		meetingLink: booking.hostingInfo?.meetingLink ?? null,
	};
}
