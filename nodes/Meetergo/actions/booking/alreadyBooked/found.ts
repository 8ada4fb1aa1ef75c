import { type Appointment, isCancelled } from '../../../api/appointments';
import type { CreateBookingResponse, ProvisionalBooking } from '../../../api/bookings';
import { type Instant, readInstant } from '../../../fields/instant';
import { isSameEmail, isSamePhone } from '../../requests/sameReach';
import type { Attendee } from '../attendee.fields';

/** A booking of one attendee, as a list shows it or as this run made it. */
export interface Found {
	/** What the booking is answered with. */
	readonly answer: CreateBookingResponse;
	/** Empty where the record does not tell: then it is taken for any. */
	readonly meetingTypeId: string;
	readonly start: Instant;
	/** Length, where the record tells. */
	readonly minutes?: number;
	readonly email?: string | null;
	readonly phone?: string | null;
	/** Who of a group; not known of what this run made itself. */
	readonly attendeeId?: string;
}

/** Whose booking of what is looked for. The window counts from its start up to, not including, its end. */
export interface Sought {
	readonly attendee: Attendee;
	readonly meetingTypeIds: readonly string[];
	readonly window: { readonly from: Instant; readonly until: Instant };
}

/** The bookings of an appointment, one for each attendee; `undefined` where it does not show them. */
export function foundInAppointment(appointment: Appointment): readonly Found[] | undefined {
	if (isCancelled(appointment)) return [];
	const { id, secret, attendees, meetingTypeId, meetingType } = appointment;
	const start = instantIn(appointment.start);
	const end = instantIn(appointment.end);
	if (start === undefined || attendees === undefined) return undefined;
	return attendees.map(({ id: attendeeId, email, phone }) => ({
		answer: { appointmentId: id, secret, ...(email && { attendeeEmail: email }) },
		meetingTypeId: meetingTypeId ?? meetingType?.id ?? '',
		start,
		minutes: end?.diff(start).as('minutes'),
		email,
		phone,
		attendeeId,
	}));
}

/** The booking that waits; none where it does not wait any more, `undefined` where the record does not show it. */
export function foundInPending(booking: ProvisionalBooking): readonly Found[] | undefined {
	const { id, type, dto, meetingTypeId, deletedAt } = booking;
	// Not documented; where a record has it, it says more than the list that was asked for.
	const { status = 'pending' } = booking;
	if (status !== 'pending' || (deletedAt ?? null) !== null) return [];
	const start = instantIn(dto?.start);
	if (start === undefined || dto?.attendee === undefined) return undefined;
	const { email, phone } = dto.attendee;
	return [
		{
			answer: { bookingType: type, provisionalBookingId: id },
			meetingTypeId: meetingTypeId ?? dto.meetingTypeId ?? '',
			start,
			minutes: dto.duration,
			email,
			phone,
		},
	];
}

/** Whether it is a booking that is looked for; instants are compared, not texts. */
export function isSought(found: Found, { attendee, meetingTypeIds, window }: Sought): boolean {
	const type = found.meetingTypeId.toLowerCase();
	return (
		isOf(found, attendee) &&
		found.start >= window.from &&
		found.start < window.until &&
		(type === '' || meetingTypeIds.some((id) => id.toLowerCase() === type))
	);
}

/** Mail addresses tell people apart; only who gave none is known by the phone number. */
export function isOf({ email, phone }: Pick<Found, 'email' | 'phone'>, wanted: Attendee): boolean {
	return wanted.email === undefined
		? isSamePhone(phone, wanted.phone)
		: isSameEmail(email, wanted.email);
}

export function isSameAttendee(one: Found, other: Found): boolean {
	const [email, phone] = [one.email ?? undefined, one.phone ?? undefined];
	return isOf(other, { name: '', email, phone });
}

/** Which record it is in, alone or with others. */
export function recordOf({ answer }: Found): string {
	return String(answer.appointmentId ?? answer.provisionalBookingId);
}

/** Which booking it is. */
export function keyOf(found: Found): string {
	return `${recordOf(found)} ${found.attendeeId ?? ''}`;
}

/** Whether it is a seat of which only the appointment is known. */
export function isUnnamed(found: Found): boolean {
	return found.attendeeId === undefined && !isPending(found);
}

/** Whether it waits for a confirmation. */
export function isPending({ answer }: Pick<Found, 'answer'>): boolean {
	// What does not apply may be missing or null.
	return (answer.provisionalBookingId ?? undefined) !== undefined;
}

function instantIn(text: string | undefined): Instant | undefined {
	const reading = readInstant(text, 'UTC');
	return 'instant' in reading ? reading.instant : undefined;
}
