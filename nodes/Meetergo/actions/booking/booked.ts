import type { CreateBookingResponse } from '../../api/bookings';
import type { MeetingType } from '../../api/meetingTypes';
import { writeLocal } from '../../fields/instant';
import type { ApiClient } from '../../transport/types';
import { type Columns, column } from '../output/columns';
import { type Facts, told, type Told } from '../output/told';
import { type Found, isPending } from './alreadyBooked/found';
import type { Attendee } from './attendee.fields';
import { invitationAfter } from './invitation';
import { waitsFor } from './pendingBooking.columns';

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

/** How a booking is told. */
interface Telling {
	readonly type: MeetingType;
	readonly attendee: Attendee;
	/** IANA zone in which times are told. */
	readonly timezone: string;
	readonly attachInvitation?: boolean;
}

/** Tells of a booking that was made or found, with its invitation where that is wished. */
export async function tellBooked(
	found: Found,
	facts: Facts,
	{ type, attendee, timezone: zone, attachInvitation }: Telling,
	api: ApiClient,
): Promise<Told<Booked>> {
	const { answer, start } = found;
	const { appointmentId, bookingType } = answer;
	const minutes = found.minutes ?? type.meetingInfo?.duration;
	const booked: Booked = {
		...answer,
		bookingState: isPending(found) ? 'pending' : 'confirmed',
		waitsFor: isPending(found) ? waitsFor(bookingType) : null,
		start: writeLocal(start, zone),
		end: minutes === undefined ? null : writeLocal(start.plus({ minutes }), zone),
		meetingTypeId: type.id,
		meetingTypeName: type.meetingInfo?.name ?? null,
		attendeeName: attendee.name,
		attendeeEmail: attendee.email ?? null,
		attendeePhone: attendee.phone ?? null,
		minutes: minutes ?? null,
	};
	const files = attachInvitation && appointmentId ? await invitationAfter(appointmentId, api) : [];
	return told(booked, facts, files);
}

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
