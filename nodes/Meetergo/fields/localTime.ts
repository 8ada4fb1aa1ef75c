import { DateTime, type IANAZone } from 'luxon';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A local time, found on the time line. */
export interface PlacedTime {
	/** Since 1970 UTC. */
	readonly millis: number;
	/** What was decided, where clocks skip this local time or show it twice. */
	readonly note?: string;
}

/**
 * Finds the instant at which the clocks of a zone show `wall`, a local time written as if it were
 * UTC milliseconds. A time that clocks skip moves forward by as much as they skip; of a time that
 * they show twice, the first is taken. (Luxon takes the first or the second, depending on the
 * zone's offset today.)
 *
 * Since 1970 no zone has changed its offset twice within two days, so the offsets of the day
 * before and the day after are the only candidates.
 */
export function placeLocalTime(wall: number, zone: IANAZone): PlacedTime {
	const offsetAt = (millis: number) => Math.round(zone.offset(millis) * MINUTE);
	const before = offsetAt(wall - DAY);
	const after = offsetAt(wall + DAY);
	const early = { millis: wall - before, fits: offsetAt(wall - before) === before };
	const late = { millis: wall - after, fits: offsetAt(wall - after) === after };

	if (before === after) return { millis: early.millis };
	if (early.fits && late.fits) {
		return { millis: early.millis, note: twice(wall, early.millis, late.millis, zone) };
	}
	if (early.fits) return { millis: early.millis };
	if (late.fits) return { millis: late.millis };
	return { millis: early.millis, note: skipped(wall, wall - before + after, zone) };
}

function skipped(wall: number, used: number, zone: IANAZone): string {
	const usedTime = date(used) === date(wall) ? time(used) : `${date(used)} ${time(used)}`;
	return (
		`${time(wall)} does not exist on ${date(wall)} in ${zone.name} because clocks go forward; ` +
		`${usedTime} is used`
	);
}

function twice(wall: number, first: number, second: number, zone: IANAZone): string {
	return (
		`${time(wall)} happens twice on ${date(wall)} in ${zone.name} because clocks go back; ` +
		`the first (${zone.formatOffset(first, 'short')}) is used; for the second write ` +
		`${date(wall)}T${time(wall)}${zone.formatOffset(second, 'short')}`
	);
}

function date(wall: number): string | null {
	return DateTime.fromMillis(wall, { zone: 'utc' }).toISODate();
}

function time(wall: number): string | null {
	return DateTime.fromMillis(wall, { zone: 'utc' }).toISOTime({
		suppressSeconds: true,
		suppressMilliseconds: true,
		includeOffset: false,
	});
}
