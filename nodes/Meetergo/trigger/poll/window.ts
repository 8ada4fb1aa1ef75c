import { DateTime } from 'luxon';
import type { Instant } from '../../fields/instant';
import type { PollFields } from './form';
import type { PollState } from './state';

/** Bookings that start in between are looked at. */
export interface LookedAt {
	readonly from: Instant;
	readonly until: Instant;
}

/** The window of a poll at `now` (ms). After a pause it reaches back to where the last one was. */
export function windowOf(
	{ window, minutesBefore }: Pick<PollFields, 'window' | 'minutesBefore'>,
	{ completeAt }: Pick<PollState, 'completeAt'>,
	now: number,
): LookedAt {
	const { daysBack, daysAhead } = window;
	const lastLook = at(Math.min(now, completeAt ?? now));
	const ahead = Math.max(daysAhead * 24 * 60, minutesBefore);
	return { from: lastLook.minus({ days: daysBack }), until: at(now).plus({ minutes: ahead }) };
}

function at(millis: number): Instant {
	return DateTime.fromMillis(millis, { zone: 'UTC' }) as Instant;
}
