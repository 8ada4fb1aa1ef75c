import type { MeetingType } from '../records/meetingTypes.cts';

/** The first and the last start, in milliseconds since 1970, that a type's look-ahead allows. */
export function horizonOf(
	{ daysIntoFuture }: MeetingType,
	now: number,
): { readonly first: number; readonly last: number } {
	const { mode = 'limit', bookingLimit = Infinity, rangeMin, rangeMax } = daysIntoFuture;
	if (mode === 'limit') return { first: now, last: now + bookingLimit * 60_000 };
	return {
		first: rangeMin === undefined ? now : Math.max(now, Date.parse(rangeMin)),
		last: rangeMax === undefined ? Infinity : Date.parse(rangeMax),
	};
}
