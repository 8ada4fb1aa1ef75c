import type { CreateBookingResponse } from '../../api/bookings';
import type { MeetingType } from '../../api/meetingTypes';
import { type Instant, writeInstant, writeLocal } from '../../fields/instant';
import { v4 } from '../../transport/path';
import type { ApiClient, Once } from '../../transport/types';
import { type Columns, column } from '../output/columns';
import { hostScope } from '../meetingType/hostScope';
import type { Arguments } from '../operation';
import { recordIn } from '../requests/recordIn';
import { told, type Told } from '../output/told';
import { attendee } from './attendee.fields';
import { additionalFields, createOptions } from './create.fields';
import { answersTo, formAnswers } from './formAnswers';
import { invitationAfter } from './invitation';
import { waitsFor } from './pendingBooking.columns';

/** Who is booked for and how: what the form says besides meeting type and time. */
export const wishes = { attendee, formAnswers, additionalFields };

export type Wishes = Arguments<typeof wishes, typeof createOptions> & {
	/** IANA zone in which times are shown, and that of the attendee unless another one is given. */
	readonly timezone: string;
};

/** What was booked. The answer of the API holds little more than an id. */
export interface Booked extends CreateBookingResponse {
	/** A booking that waits for the attendee's or the host's confirmation is not a booking yet. */
	readonly bookingState: 'confirmed' | 'pending';
	readonly waitsFor: string | null;
	/** ISO 8601 with the offset of the wished zone, as is `end`. */
	readonly start: string;
	readonly end: string | null;
	readonly meetingTypeId: string;
	readonly meetingTypeName: string | null;
	readonly attendeeName: string;
	readonly attendeeEmail: string | null;
	readonly attendeePhone: string | null;
	/** Length of the meeting; unknown where the meeting type does not tell. */
	readonly minutes: number | null;
}

/** Books one meeting. A time that is taken fails with the code `slotOccupied`. */
export async function book(
	type: MeetingType,
	start: Instant,
	wished: Wishes,
	api: ApiClient,
): Promise<Told<Booked>> {
	const { attendee: person, additionalFields: more, options, timezone: zone } = wished;
	const body = {
		meetingTypeId: type.id,
		...hostScope(type, options.hostIds, api),
		start: writeInstant(start),
		attendee: {
			fullname: person.name,
			email: person.email,
			phone: person.phone,
			// Both are demanded although the documentation leaves them out in places.
			receiveReminders: options.sendReminders ?? true,
			notes: await answersTo(type, { ...wished, others: more.answers, zone }, api),
			dataPolicyAccepted: true,
			language: more.attendeeLanguage,
			timezone: more.attendeeTimezone ?? zone,
			bringalongEmails: more.guests && [...more.guests],
		},
		duration: more.duration,
		channel: more.channel,
		location: more.location,
		icsTitle: more.invitationTitle,
		icsDescription: more.invitationText,
		phoneOnlyBooking: person.email === undefined ? true : undefined,
		ignoreAvailability: options.ignoreAvailability,
		skipNotifications: options.skipNotifications,
	};
	const { record, recovered } = await api.once(v4`/booking`, body, once);
	const { appointmentId, provisionalBookingId, bookingType } = record;
	// What does not apply may be missing or null.
	const isPending = (provisionalBookingId ?? undefined) !== undefined;
	const minutes = more.duration ?? type.meetingInfo?.duration;
	const booked: Booked = {
		...record,
		bookingState: isPending ? 'pending' : 'confirmed',
		waitsFor: isPending ? waitsFor(bookingType) : null,
		start: writeLocal(start, zone),
		end: minutes === undefined ? null : writeLocal(start.plus({ minutes }), zone),
		meetingTypeId: type.id,
		meetingTypeName: type.meetingInfo?.name ?? null,
		attendeeName: person.name,
		attendeeEmail: person.email ?? null,
		attendeePhone: person.phone ?? null,
		minutes: minutes ?? null,
	};
	const files =
		options.attachInvitation && appointmentId ? await invitationAfter(appointmentId, api) : [];
	return told(booked, { recovered }, files);
}

/** An answer without an id does not tell whether the booking was made, nor whether it waits for somebody. */
const once: Once<CreateBookingResponse> = {
	proof: 'none',
	read: (answer) =>
		recordIn<CreateBookingResponse>(answer, 'appointmentId') ??
		recordIn<CreateBookingResponse>(answer, 'provisionalBookingId'),
	howToCheck:
		'Look for it with Booking > Get Many, by the start and the name of the attendee, before you book again.',
};

/** What was booked, in ten flat fields. */
export const bookedColumns: Columns<Partial<Booked>> = {
	id: column('ID of the booking; empty while it is pending', (booked) => booked.appointmentId),
	pendingBookingId: column(
		'ID of the pending booking; empty once it is confirmed',
		(booked) => booked.provisionalBookingId,
	),
	bookingState: column('`confirmed` or `pending`', (booked) => booked.bookingState),
	waitsFor: column('Who has to confirm: `attendee` or `host`', (booked) => booked.waitsFor),
	start: column('When it starts, in Time Zone', (booked) => booked.start),
	end: column('When it ends, in Time Zone', (booked) => booked.end),
	meetingTypeId: column('ID of the meeting type', (booked) => booked.meetingTypeId),
	meetingTypeName: column('Name of the meeting type', (booked) => booked.meetingTypeName),
	attendeeName: column('Full name of the attendee', (booked) => booked.attendeeName),
	attendeeEmail: column('Mail address of the attendee', (booked) => booked.attendeeEmail),
};

/** What a row of a CRM may want besides; host and link are known to the booking itself. */
export const moreOfBooked: Columns<Partial<Booked>> = {
	attendeePhone: column('Phone number of the attendee', (booked) => booked.attendeePhone),
	minutes: column('Length in minutes', (booked) => booked.minutes),
};
