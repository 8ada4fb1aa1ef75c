import type { Appointment, AppointmentAttendee } from '../../api/appointments';
import type { PollEvent } from '../events';
import { eventKeyOf, type EventFacts } from '../eventItem';
import { look, millisOf, type Seen } from './seen';

/** When and how a poll looks. All times in ms. */
export interface Look {
	readonly now: number;
	/** What was due before was not looked at yet, and is not told. */
	readonly since: number;
	/** A booking of which nothing is known is new if it was made after this. */
	readonly newAfter: number;
	/** How long before its start a booking starts soon. */
	readonly leadMs: number;
}

/** Something to tell of a booking. */
export interface Change {
	readonly booking: Appointment;
	readonly facts: EventFacts & { readonly event: PollEvent };
}

/**
 * What has happened to a booking since it was last looked at, in the order in which such things happen, and what to
 * remember of it. The same look at the same booking always gives the same.
 * @param before what is remembered of it, if it was seen before
 */
export function changesOf(
	booking: Appointment,
	before: Seen | undefined,
	at: Look,
): { readonly changes: readonly Change[]; readonly seen: Seen | undefined } {
	const now = look(booking);
	if (now === undefined) return { changes: [], seen: before };
	const isNew = before === undefined && (millisOf(booking.createdAt) ?? Infinity) > at.newAfter;
	const wasMoved = before
		? now.start !== before.start || now.moves > before.moves
		: (millisOf(booking.rescheduledAt) ?? 0) > at.newAfter;
	const wasCancelled =
		now.isCancelled &&
		(before
			? !before.isCancelled
			: isNew || (millisOf(booking.cancel?.actionAt) ?? 0) > at.newAfter);

	// Of a new start nothing was told yet.
	const told = wasMoved || before === undefined ? now : before;
	const isKnown = before !== undefined || isNew || wasMoved;
	const soon = telling(now.start - at.leadMs, now.start, told.isAnnounced, isKnown, at);
	const end = millisOf(booking.end) ?? now.start;
	const over = telling(end, Infinity, told.hasEnded, isKnown, at);
	const isOff = now.isCancelled;

	return {
		changes: [
			...(isNew ? made(booking) : isOff ? [] : joined(booking, before, now)),
			...(wasMoved ? [moved(booking, before, now)] : []),
			...(isOff ? [] : left(booking, before, now)),
			...(wasCancelled ? [cancelled(booking)] : []),
			...(soon === 'tell' && !isOff ? [timely('booking_starts_soon', booking, now)] : []),
			...(over === 'tell' && !isOff ? [timely('booking_ended', booking, now)] : []),
		],
		seen: {
			...now,
			attendees: now.attendees ?? before?.attendees,
			isAnnounced: soon !== 'notYet',
			hasEnded: over !== 'notYet',
		},
	};
}

type Telling = 'notYet' | 'tell' | 'past';

/**
 * Whether it is time to tell something that becomes due by itself.
 * @param lastAt when it makes no sense any more
 * @param isKnown whether the trigger looked already when it became due, or could not have looked
 */
function telling(
	dueAt: number,
	lastAt: number,
	isTold: boolean,
	isKnown: boolean,
	{ now, since }: Look,
): Telling {
	if (isTold) return 'past';
	if (dueAt > now) return 'notYet';
	return now < lastAt && (isKnown || dueAt > since) ? 'tell' : 'past';
}

/** A group meeting is booked by each of its attendees. */
function made(booking: Appointment): Change[] {
	const { attendees = [] } = booking;
	if (attendees.length === 0) return [change('booking_created', booking, [])];
	return attendees.map((attendee) => createdBy(attendee, booking));
}

function joined(booking: Appointment, before: Seen | undefined, now: Seen): Change[] {
	const newIds = missingIn(before?.attendees, now.attendees);
	return (booking.attendees ?? [])
		.filter(({ id }) => newIds.includes(id))
		.map((attendee) => createdBy(attendee, booking));
}

/** The attendee an event is about comes first, as output shows the first one. */
function createdBy(attendee: AppointmentAttendee, booking: Appointment): Change {
	const others = (booking.attendees ?? []).filter(({ id }) => id !== attendee.id);
	const shown = { ...booking, attendees: [attendee, ...others] };
	return change('booking_created', shown, [attendee.id]);
}

function moved(booking: Appointment, before: Seen | undefined, { start, moves }: Seen): Change {
	const previousStart = before && new Date(before.start).toISOString();
	return change('booking_rescheduled', booking, [start, moves], { previousStart });
}

function left(booking: Appointment, before: Seen | undefined, now: Seen): Change[] {
	return missingIn(now.attendees, before?.attendees).map((id) =>
		change('booking_cancelled', booking, [id], { cancelledScope: 'attendee', leftAttendeeIds: id }),
	);
}

function cancelled(booking: Appointment): Change {
	return change('booking_cancelled', booking, [], { cancelledScope: 'booking' });
}

function timely(
	event: 'booking_starts_soon' | 'booking_ended',
	booking: Appointment,
	{ start }: Seen,
): Change {
	return change(event, booking, [start]);
}

/** @param parts what tells this event from others of its kind about the same booking */
function change(
	event: PollEvent,
	booking: Appointment,
	parts: ReadonlyArray<string | number>,
	facts: Omit<EventFacts, 'event' | 'eventKey'> = {},
): Change {
	return { booking, facts: { event, eventKey: eventKeyOf(event, booking.id, ...parts), ...facts } };
}

/** What a list lacks of another; nothing where one of them is not known. */
function missingIn(
	list: readonly string[] | undefined,
	other: readonly string[] | undefined,
): readonly string[] {
	return list === undefined ? [] : (other ?? []).filter((id) => !list.includes(id));
}
