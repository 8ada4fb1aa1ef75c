import { DateTime } from 'luxon';

import type { Json } from '../../contract/json.cts';
import type { State } from '../state.cts';
import type { World } from '../world.cts';
import { busyTimes } from './busy.cts';
import { horizonOf } from './horizon.cts';
import { openHours } from './openHours.cts';
import { clip, subtract, union, type Range } from './ranges.cts';
import { isFree, scheduleOf, startsOf, type Search, type Start } from './starts.cts';

export interface SlotQuestion extends Omit<Search, 'hostId'> {
	readonly hostIds: readonly string[];
	/** IANA zone whose days the starts are sorted into. */
	readonly zone: string;
	/** Only starts at which all hosts are free, instead of those of any host. */
	readonly everyone: boolean;
	readonly hideGroupAppointments: boolean;
	/** Adds the blocked starts, with what blocks them. */
	readonly troubleshoot: boolean;
}

/**
 * The bookable starts in production's awkward form: full group appointments stay in, and for several
 * hosts the lists simply follow each other, with repeats, out of order, and with offsets from the
 * second host on.
 */
export function slotAnswer(world: World, question: SlotQuestion): Json {
	const { zone, troubleshoot } = question;
	const window = troubleshoot ? question.window : bookableWindow(world, question);
	const byHost = question.hostIds.map((hostId) =>
		startsOf(world, { ...question, hostId, window }).filter((start) => isShown(start, question)),
	);
	const starts = question.everyone ? shared(byHost) : byHost.flat();
	const dates = new Map<string, Json[]>();
	let earliest: string | null = null;
	for (const start of starts) {
		const local = DateTime.fromMillis(start.at, { zone });
		const date = local.toFormat('yyyy-MM-dd');
		const spots = dates.get(date) ?? [];
		const offset = !question.everyone && start.hostId !== question.hostIds[0];
		spots.push(spotOnWire(world.state, start, offset ? local.toISO() : utc(start.at)));
		dates.set(date, spots);
		if (isFree(start) && (earliest === null || date < earliest)) earliest = date;
	}
	return {
		timezone: zone,
		timeframes: freeTime(world, { ...question, window }),
		dates: [...dates]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([date, spots]) => ({ date, spots })),
		earliestAvailableDate: earliest,
	};
}

/** Nothing can be offered in the past or beyond the look-ahead, however wide the question. */
function bookableWindow({ clock }: World, { window, type }: SlotQuestion): Range {
	const { first, last } = horizonOf(type, clock.millis());
	return { start: Math.max(window.start, first), end: Math.min(window.end, last + 1) };
}

function isShown(start: Start, question: SlotQuestion): boolean {
	if (start.seats && question.hideGroupAppointments) return false;
	return question.troubleshoot || !start.blockedBy;
}

/** The starts at which every host is free. */
function shared(byHost: ReadonlyArray<readonly Start[]>): Start[] {
	const [first = [], ...others] = byHost;
	const free = others.map((starts) => new Set(starts.filter(isFree).map(({ at }) => at)));
	return first.filter((start) => start.blockedBy ?? free.every((times) => times.has(start.at)));
}

function spotOnWire(state: State, start: Start, startTime: string | null): Json {
	const { hostId, blockedBy, seats } = start;
	const host = state.users.get(hostId);
	const hostName = host && `${host.givenName} ${host.familyName}`;
	return {
		startTime,
		unavailabilityEvents: blockedBy ? [{ hostId, hostName, type: blockedBy }] : [],
		...(seats ? { appointment: seats } : {}),
	};
}

/** The stretches in which at least one host is open and has nothing booked. */
function freeTime(world: World, question: SlotQuestion): Json[] {
	const free = question.hostIds.flatMap((hostId) => {
		const availability = scheduleOf(world, { ...question, hostId });
		if (!availability) return [];
		const busy = busyTimes(world, hostId, question.window, question.existingAppointmentId);
		const open = openHours(availability, question.window);
		return clip(
			subtract(
				open,
				busy.map(({ padded }) => padded),
			),
			question.window,
		);
	});
	return union(free).map(({ start, end }) => ({ start: utc(start), end: utc(end) }));
}

function utc(millis: number): string {
	return new Date(millis).toISOString();
}
