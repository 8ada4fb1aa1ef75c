import type { Appointment } from '../../api/appointments';
import { isCancelled } from '../../api/appointments';
import { readInstant } from '../../fields/instant';

/** What is remembered of a booking, to tell later what has changed. */
export interface Seen {
	/** ms */
	readonly start: number;
	/** How often it was moved, as far as meetergo tells. */
	readonly moves: number;
	readonly isCancelled: boolean;
	/** Whether it was told that it starts soon, or has ended; of this start. */
	readonly isAnnounced: boolean;
	readonly hasEnded: boolean;
	/** Ids; `undefined` where meetergo does not name them. */
	readonly attendees?: readonly string[];
}

/** How static data keeps it: as short as possible, for there may be thousands. */
export type Packed = readonly [
	start: number,
	moves: number,
	flags: number,
	attendees?: readonly string[],
];

const FLAGS = { isCancelled: 1, isAnnounced: 2, hasEnded: 4 } as const;

export function pack(seen: Seen): Packed {
	const flags =
		(seen.isCancelled ? FLAGS.isCancelled : 0) |
		(seen.isAnnounced ? FLAGS.isAnnounced : 0) |
		(seen.hasEnded ? FLAGS.hasEnded : 0);
	const { start, moves, attendees } = seen;
	return attendees === undefined ? [start, moves, flags] : [start, moves, flags, attendees];
}

export function unpack([start, moves, flags, attendees]: Packed): Seen {
	return {
		start,
		moves,
		isCancelled: (flags & FLAGS.isCancelled) !== 0,
		isAnnounced: (flags & FLAGS.isAnnounced) !== 0,
		hasEnded: (flags & FLAGS.hasEnded) !== 0,
		attendees,
	};
}

/** A booking as it stands, of which nothing was told yet; `undefined` where its start cannot be read. */
export function look(booking: Appointment): Seen | undefined {
	const start = millisOf(booking.start);
	if (start === undefined) return undefined;
	return {
		start,
		moves: booking.rescheduleCount ?? 0,
		isCancelled: isCancelled(booking),
		isAnnounced: false,
		hasEnded: false,
		attendees: booking.attendees?.map(({ id }) => id),
	};
}

/** A time of the API in ms; `undefined` where it is missing or cannot be read. */
export function millisOf(text: string | null | undefined): number | undefined {
	const reading = readInstant(text, 'UTC');
	return 'instant' in reading ? reading.instant.toMillis() : undefined;
}
