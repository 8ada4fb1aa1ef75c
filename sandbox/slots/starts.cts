import type { MeetingType } from '../records/meetingTypes.cts';
import type { Availability } from '../records/schedules.cts';
import type { World } from '../world.cts';
import { busyTimes, padded, type Busy } from './busy.cts';
import { horizonOf } from './horizon.cts';
import { openHours } from './openHours.cts';
import { contains, overlaps, type Range } from './ranges.cts';

const MINUTE = 60_000;

export interface Seats {
	readonly id: string;
	readonly totalSpots: number;
	readonly takenSpots: number;
}

/** A start on the grid of a host's schedule. */
export interface Start {
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly hostId: string;
	/** Why it cannot be had; the words beyond `event` are made up. */
	readonly blockedBy?: 'event' | 'buffer' | 'minimumNotice' | 'bookingLimit';
	/** Of the group appointment that already is there. */
	readonly seats?: Seats;
}

export interface Search {
	readonly type: MeetingType;
	readonly hostId: string;
	/** Starts lie in this window, its end excluded. */
	readonly window: Range;
	/** Minutes. */
	readonly duration: number;
	/** Uses the schedule of that channel, where the type has one. */
	readonly channel?: string;
	/** An appointment that must not block itself. */
	readonly existingAppointmentId?: string;
	readonly skipNotice?: boolean;
}

/** Every start of a host in a window, those included that are blocked. */
export function startsOf(world: World, search: Search): Start[] {
	const { type, hostId, window, duration } = search;
	const availability = scheduleOf(world, search);
	if (!availability || !type.enabled || type.deletedAt !== null) return [];
	const step = type.timeslotInterval * MINUTE;
	const busy = busyTimes(world, hostId, window, search.existingAppointmentId);
	const starts: Start[] = [];
	for (const open of openHours(availability, window)) {
		const near = busy.filter((other) => overlaps(other.padded, padded(open, type)));
		const skipped = Math.max(0, Math.ceil((window.start - open.start) / step));
		for (let at = open.start + skipped * step; at < window.end; at += step) {
			const meeting = { start: at, end: at + duration * MINUTE };
			if (!contains(open, withinHours(meeting, type))) {
				if (meeting.end > open.end) break;
			} else {
				starts.push({ at, hostId, ...obstacle(world, search, meeting, near) });
			}
		}
	}
	return starts;
}

/** Whether a start can be booked: free, or a group appointment with a seat left. */
export function isFree({ blockedBy, seats }: Start): boolean {
	return !blockedBy && (!seats || seats.takenSpots < seats.totalSpots);
}

/**
 * The schedule that counts for a host: the channel's, the type's own, or the host's default. Whoever was
 * deleted has none.
 */
export function scheduleOf(
	{ state }: World,
	{ type, hostId, channel }: Pick<Search, 'type' | 'hostId' | 'channel'>,
): Availability | undefined {
	const host = state.users.get(hostId);
	if (host?.deletedAt !== null) return undefined;
	const ofChannel = channel && type.meetingOptions.channelAvailabilities?.[channel];
	const ofType = type.userId === hostId ? type.availabilityId : null;
	const id = ofChannel || ofType || host.defaultAvailabilityId;
	const availability = state.availabilities.get(id);
	return availability?.deletedAt === null ? availability : undefined;
}

function withinHours(meeting: Range, type: MeetingType): Range {
	return type.meetingInfo.bufferMustStayWithinWorkingHours ? padded(meeting, type) : meeting;
}

function obstacle(
	world: World,
	{ type, skipNotice }: Search,
	meeting: Range,
	busy: readonly Busy[],
): Pick<Start, 'blockedBy' | 'seats'> {
	const now = world.clock.millis();
	const notice = skipNotice ? 0 : type.bookingMinimum * MINUTE;
	if (meeting.start < now + notice) return { blockedBy: 'minimumNotice' };
	const { first, last } = horizonOf(type, now);
	if (meeting.start < first || meeting.start > last) return { blockedBy: 'bookingLimit' };
	const own = busy.find((other) => isSameGroup(other, type, meeting));
	const others = busy.filter((other) => other !== own);
	if (others.some((other) => overlaps(other, meeting))) return { blockedBy: 'event' };
	// Between two meetings there has to be room for the longer of their buffers, not for both.
	const around = padded(meeting, type);
	if (others.some((other) => overlaps(other, around) || overlaps(other.padded, meeting))) {
		return { blockedBy: 'buffer' };
	}
	if (!own?.appointmentId) return {};
	return {
		seats: { id: own.appointmentId, totalSpots: type.spots, takenSpots: own.takenSpots },
	};
}

function isSameGroup(other: Busy, type: MeetingType, meeting: Range): boolean {
	return (
		type.spots > 1 &&
		other.appointmentId !== undefined &&
		other.meetingTypeId === type.id &&
		other.start === meeting.start
	);
}
