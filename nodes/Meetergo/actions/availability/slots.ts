import type { AvailabilitySpot, BookingAvailability } from '../../api/slots';
import { type Instant, readInstant } from '../../fields/instant';
import { readZone } from '../../fields/zone';

/** A time that can be booked. */
export interface Slot {
	readonly start: Instant;
	/** Missing only where the meeting type does not tell its length. */
	readonly end: Instant | undefined;
	/** Free seats; 1 unless the meeting type is for groups. */
	readonly spotsLeft: number;
}

/** What is asked of the slots: `from` counts, `until` does not. */
export interface SlotWindow {
	readonly from: Instant;
	readonly until: Instant;
	/** Seats of a time at which nobody has booked yet. */
	readonly spots: number;
	/** Minutes; unknown where the meeting type does not tell. */
	readonly duration: number | undefined;
}

function spotsLeft({ appointment }: AvailabilitySpot, spots: number): number {
	if (appointment?.totalSpots === undefined) return spots;
	return Math.max(0, appointment.totalSpots - (appointment.takenSpots ?? 0));
}

/**
 * The bookable slots of an answer, each once, in order of time. The API repeats a start for each host of a queue,
 * mixes offsets, keeps full and blocked spots, and may answer with whole days.
 */
export function bookableSlots(answer: BookingAvailability, window: SlotWindow): Slot[] {
	const { duration: minutes } = window;
	const free = new Map<number, { readonly start: Instant; readonly spots: number }>();
	// Starts carry their offset; the zone is for those that do not.
	const zone = readZone(answer.timezone);
	for (const spot of answer.dates.flatMap(({ spots }) => spots)) {
		const reading = readInstant(spot.startTime, 'zone' in zone ? zone.zone : 'UTC');
		if (!('instant' in reading) || (spot.unavailabilityEvents?.length ?? 0) > 0) continue;
		const start = reading.instant;
		const spots = Math.max(spotsLeft(spot, window.spots), free.get(start.toMillis())?.spots ?? 0);
		if (start >= window.from && start < window.until && spots > 0) {
			free.set(start.toMillis(), { start, spots });
		}
	}
	return [...free.values()]
		.sort((a, b) => a.start.toMillis() - b.start.toMillis())
		.map(({ start, spots }) => ({
			start,
			end: minutes === undefined ? undefined : start.plus({ minutes }),
			spotsLeft: spots,
		}));
}
