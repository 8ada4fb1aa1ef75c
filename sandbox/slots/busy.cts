import type { MeetingType } from '../records/meetingTypes.cts';
import type { World } from '../world.cts';
import { overlaps, type Range } from './ranges.cts';

const MINUTE = 60_000;

/** Milliseconds; longer than the longest meeting with its buffers, so that none that reaches into a window is missed. */
export const REACH = 24 * 60 * MINUTE;

/** What keeps a host from taking something else at that time. */
export interface Busy extends Range {
	/** The meeting together with the buffers of its type. */
	readonly padded: Range;
	readonly meetingTypeId: string;
	/** Absent for a booking that still waits for its confirmation. */
	readonly appointmentId?: string;
	readonly takenSpots: number;
}

/** A host's bookings of every type, waiting ones included, that touch a window. */
export function busyTimes(world: World, hostId: string, window: Range, except?: string): Busy[] {
	const { state, clock } = world;
	const from = new Date(window.start - REACH).toISOString();
	const to = new Date(window.end + REACH).toISOString();
	const booked = state.appointments
		.of(hostId, from, to)
		.filter(({ cancel, id }) => cancel === null && id !== except)
		.map((appointment) => ({
			...times(world, appointment),
			appointmentId: appointment.id,
			takenSpots: appointment.attendees.length,
		}));
	const now = clock.iso();
	const waiting = [...state.provisionalBookings.values()]
		.filter(({ status, hostIds, start }) => {
			const isNear = start >= from && start <= to;
			return isNear && status === 'pending' && start > now && hostIds.includes(hostId);
		})
		.map((booking) => ({ ...times(world, booking), takenSpots: 1 }));
	const reach = { start: window.start - REACH, end: window.end + REACH };
	return [...booked, ...waiting].filter(({ padded }) => overlaps(padded, reach));
}

function times(
	{ state }: World,
	booking: { readonly start: string; readonly end: string; readonly meetingTypeId: string },
): Range & { readonly padded: Range; readonly meetingTypeId: string } {
	const range = { start: Date.parse(booking.start), end: Date.parse(booking.end) };
	const { meetingTypeId } = booking;
	return { ...range, padded: padded(range, state.meetingTypes.get(meetingTypeId)), meetingTypeId };
}

/** A meeting with the buffers of its type around it. */
export function padded(range: Range, type: MeetingType | undefined): Range {
	const { bufferBefore = 0, bufferAfter = 0 } = type?.meetingInfo ?? {};
	return { start: range.start - bufferBefore * MINUTE, end: range.end + bufferAfter * MINUTE };
}
