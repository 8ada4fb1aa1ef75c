import { isRecord, type Json } from '../../contract/json.cts';
import { refusal } from '../errors.cts';
import type { Attendee } from '../records/bookings.cts';
import type { MeetingType } from '../records/meetingTypes.cts';
import { text, texts } from '../values.cts';
import { demandZone } from '../validation.cts';

/** Refuses an attendee the API would refuse, beyond what the schema says. A missing name is let pass. */
export function checkAttendee(body: Json, type: MeetingType): void {
	const attendee = isRecord(body.attendee) ? body.attendee : {};
	if (body.phoneOnlyBooking === true) {
		if (!type.meetingOptions.allowPhoneOnlyBooking) {
			throw refusal(400, 'Phone-only booking is not allowed for this meeting type');
		}
		if (!text(attendee.phone)) throw refusal(400, ['attendee.phone should not be empty']);
	} else if (!text(attendee.email)) {
		throw refusal(400, ['attendee.email must be an email']);
	}
	demandZone('attendee.timezone', attendee.timezone);
}

/** The attendee as it is stored. */
export function attendeeRecord(id: string, wish: unknown): Attendee {
	const attendee = isRecord(wish) ? wish : {};
	const firstname = text(attendee.firstname) ?? null;
	const lastname = text(attendee.lastname) ?? null;
	const joined = [firstname, lastname].filter(Boolean).join(' ');
	return {
		id,
		email: text(attendee.email) ?? null,
		firstname,
		lastname,
		fullname: text(attendee.fullname) ?? (joined || null),
		phone: text(attendee.phone) ?? null,
		timezone: text(attendee.timezone) ?? null,
		language: text(attendee.language) ?? null,
		notes: isRecord(attendee.notes) ? attendee.notes : {},
		receiveReminders: attendee.receiveReminders === true,
		bringalongEmails: texts(attendee.bringalongEmails),
	};
}
