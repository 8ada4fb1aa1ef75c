import type { INodeParameters } from 'n8n-workflow';
import { booking } from './booking.cts';
import { byId, ids, type Stage } from './stage.cts';

/** Each kind of meeting type, by how its bookings come about, with a start that is free. */
export const kinds = {
	'one-to-one': { type: ids.meetingTypes.oneToOne, start: '2026-03-03T09:00' },
	group: { type: ids.meetingTypes.group, start: '2026-03-12T13:00' },
	queue: { type: ids.meetingTypes.queue, start: '2026-03-04T10:00' },
	'double opt-in': { type: ids.meetingTypes.doubleOptIn, start: '2026-03-05T09:00' },
	'host confirmation': { type: ids.meetingTypes.hostConfirmation, start: '2026-03-05T10:00' },
} as const;

export type Kind = keyof typeof kinds;

/** For `it.each`. */
export const everyKind: readonly Kind[] = [
	'one-to-one',
	'group',
	'queue',
	'double opt-in',
	'host confirmation',
];

/** She has no booking yet. */
export const noor = 'noor.saleh@example.net';

/** A booking of that kind for Noor. */
export function bookingOf(kind: Kind, more: INodeParameters = {}): INodeParameters {
	const { type, start } = kinds[kind];
	return booking({
		meetingTypeId: byId(type),
		start,
		attendeeName: 'Noor Saleh',
		attendeeEmail: noor,
		...more,
	});
}

/** Which bookings of a meeting type an attendee has, cancelled ones not counted; those that wait, too. */
export function bookingsOf(
	{ sandbox: { state } }: Stage,
	meetingTypeId: string,
	attendee: string = noor,
): string[] {
	const seats = [...state.appointments.values()]
		.filter((one) => one.meetingTypeId === meetingTypeId && one.cancel === null)
		.flatMap(({ id, attendees }) =>
			attendees.filter(({ email }) => email?.toLowerCase() === attendee).map(() => id),
		);
	const waiting = [...state.provisionalBookings.values()].filter(
		(one) =>
			one.meetingTypeId === meetingTypeId &&
			one.status === 'pending' &&
			JSON.stringify(one.dto).toLowerCase().includes(attendee),
	);
	return [...seats, ...waiting.map(({ id }) => id)];
}

/** Which booking an item tells of, whether it waits or not. */
export function toldId({ id, pendingBookingId }: Readonly<Record<string, unknown>>): unknown {
	return id ?? pendingBookingId;
}
