import { slotOccupied } from '../errors.cts';
import type { Appointment } from '../records/bookings.cts';
import type { MeetingType } from '../records/meetingTypes.cts';
import { isFree, startsOf, type Start } from '../slots/starts.cts';
import type { World } from '../world.cts';

export interface Wish {
	readonly type: MeetingType;
	/** Who may host it, those next in line first. */
	readonly hostIds: readonly string[];
	/** Milliseconds since 1970. */
	readonly start: number;
	/** Minutes. */
	readonly duration: number;
	readonly channel?: string;
	readonly ignoreAvailability: boolean;
}

/** Where a booking goes: to the first host who is free, and into which group appointment if there is one already. */
export interface Place {
	readonly hostIds: readonly string[];
	readonly joins?: Appointment;
}

/** The place for a booking; refused as `slot-occupied` when its start is not, or no longer, offered. */
export function findPlace(world: World, wish: Wish): Place {
	if (wish.ignoreAvailability) return forcedPlace(world, wish);
	for (const hostId of wish.hostIds) {
		const start = offered(world, wish, hostId);
		if (start) {
			const joins = start.seats && world.state.appointments.get(start.seats.id);
			return { hostIds: [hostId], ...(joins ? { joins } : {}) };
		}
	}
	throw slotOccupied();
}

/** The offered start a booking asks for, or undefined. */
export function offered(
	world: World,
	wish: Omit<Wish, 'hostIds' | 'ignoreAvailability'>,
	hostId: string,
	existingAppointmentId?: string,
): Start | undefined {
	const { type, duration, channel, start } = wish;
	const window = { start, end: start + 1 };
	const search = { type, hostId, window, duration, channel, existingAppointmentId };
	return startsOf(world, search).find(isFree);
}

/** Ignoring the availability ignores the seats too. */
function forcedPlace({ state }: World, { type, hostIds, start }: Wish): Place {
	const chosen = hostIds.slice(0, 1);
	if (chosen.length === 0) throw slotOccupied();
	const at = new Date(start).toISOString();
	const joins = chosen
		.flatMap((hostId) => state.appointments.of(hostId, at, at))
		.find((other) => other.meetingTypeId === type.id && other.cancel === null);
	return { hostIds: chosen, ...(joins && type.spots > 1 ? { joins } : {}) };
}
