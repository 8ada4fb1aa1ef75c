import { DateTime, IANAZone } from 'luxon';

import { shown } from './field';
import { placeLocalTime, type PlacedTime } from './localTime';
import { readZone } from './zone';

export type MillisReading = PlacedTime | { readonly refusal: string };

/** What a person may write instead; ends every refusal. */
export const EXAMPLES =
	'Use for example 2026-03-03T09:00:00+01:00, or 2026-03-03 09:00 for local time';

const NUMBER = /^[+-]?\d+(\.\d+)?$/;
const BASIC_DAY = /^\d{8}$/;
const TIME_ALONE = /^T?\d\d?:\d\d/i;
const YEAR_MONTH_OR_WEEK = /^\d{4}(-?\d\d|-?W\d\d)?$/;
const DAY = /([+-]?\d[^\sT[]*)/;
const TIME = /(\d[^\s[Z+-]*)/;
const OFFSET = /(Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)/;
const PLACE = /\[([^\]]+)\]/;
/** Only takes the parts apart; whether day and time are ISO 8601 is for luxon to say. */
const ISO = new RegExp(
	`^${DAY.source}(?:(?:T|\\s+)${TIME.source}(?:\\s*${OFFSET.source})?)?(?:\\s*${PLACE.source})?$`,
	'i',
);
const DAY_IN_MILLIS = 86_400_000;
const LUXON_REASONS: Readonly<Record<string, string>> = {
	'unit out of range': 'does not exist in the calendar',
	'mismatched weekday': 'names the wrong weekday',
};

/**
 * Reads ISO 8601, RFC 2822 and Unix times.
 * @param zone the zone of times without an offset
 * @param endOfDay whether a day alone stands for the first instant of the next day
 */
export function readInstantText(given: string, zone: IANAZone, endOfDay: boolean): MillisReading {
	const text = given.trim();
	if (text === '') return { refusal: `Nothing was given. ${EXAMPLES}` };
	if (TIME_ALONE.test(text)) return { refusal: `${shown(text)} has no date. ${EXAMPLES}` };

	const [, day, time, offset, place] = ISO.exec(text) ?? [];
	if (day === undefined) return readMailDate(text);
	if (YEAR_MONTH_OR_WEEK.test(day)) return { refusal: `${shown(text)} has no day. ${EXAMPLES}` };
	if (NUMBER.test(text) && !BASIC_DAY.test(text)) return readUnixTime(text);

	if (offset !== undefined && place === undefined) {
		const exact = utc(`${day}T${time}${offset}`);
		return exact.isValid ? { millis: exact.toMillis() } : notATime(text, exact.invalidReason);
	}
	const there = place === undefined ? { zone: zone.name } : readZone(place);
	if ('refusal' in there) return there;
	const clock = IANAZone.create(there.zone);
	const wall = utc(time === undefined ? day : `${day}T${time}`);
	if (!wall.isValid) return notATime(text, wall.invalidReason);
	if (time === undefined) {
		// Nothing to note where clocks skip or repeat midnight: the day was asked for, not the hour.
		const midnight = wall.toMillis() + (endOfDay ? DAY_IN_MILLIS : 0);
		return { millis: placeLocalTime(midnight, clock).millis };
	}
	if (offset === undefined) return placeLocalTime(wall.toMillis(), clock);

	const exact = utc(`${day}T${time}${offset}`);
	const namesItsOffset = !/^z$/i.test(offset);
	if (namesItsOffset && exact.setZone(clock).offset !== wall.diff(exact).as('minutes')) {
		return {
			refusal: `The offset and the time zone of ${shown(text)} contradict each other. ${EXAMPLES}`,
		};
	}
	return { millis: exact.toMillis() };
}

/** ISO 8601 text; of UTC where it names no offset. */
function utc(text: string): DateTime {
	return DateTime.fromISO(text, { zone: 'utc' });
}

/**
 * Ten digits are seconds and thirteen are milliseconds, so both begin in September 2001. Any
 * other number is likelier a mistake (a date without separators, minutes, microseconds).
 */
function readUnixTime(text: string): MillisReading {
	const number = Number(text);
	if (number >= 1e9 && number < 1e10) return { millis: Math.round(number * 1000) };
	if (number >= 1e12 && number < 1e13) return { millis: Math.round(number) };
	return {
		refusal:
			`${shown(text)} is not a Unix time: seconds have 10 digits, milliseconds 13. ` + EXAMPLES,
	};
}

function readMailDate(text: string): MillisReading {
	const read = DateTime.fromRFC2822(text, { zone: 'utc' });
	return read.isValid ? { millis: read.toMillis() } : notATime(text, read.invalidReason);
}

/** @param reason as luxon names it */
function notATime(text: string, reason: string | null): { readonly refusal: string } {
	const what = LUXON_REASONS[reason ?? ''] ?? 'is not a point in time';
	return { refusal: `${shown(text)} ${what}. ${EXAMPLES}` };
}
