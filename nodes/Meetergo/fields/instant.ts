import { DateTime, IANAZone } from 'luxon';

import { shown } from './field';
import { EXAMPLES, readInstantText, type MillisReading } from './instantText';

/** A valid luxon time. */
export type Instant = DateTime<true>;

export type InstantReading =
	| { readonly instant: Instant; readonly note?: string }
	| { readonly refusal: string };

export interface InstantOptions {
	/** A day without a time stands for its end: the first instant of the next day. */
	readonly endOfDay?: boolean;
}

const FIRST_YEAR = 1970;
const LAST_YEAR = 2200;

/**
 * Reads a point in time and gives it in `zone` (an IANA name), which is also the zone of times
 * without an offset. Never throws: a refusal is a sentence for the person who filled the field.
 *
 * Accepted: ISO 8601 text that names a day (calendar, week or ordinal; `T` or a space; with or
 * without time, offset and `[zone]`), RFC 2822 text, JS dates, luxon times, and Unix times as
 * number or text (10 digits are seconds, 13 digits are milliseconds). A day without a time is the
 * first instant of that day.
 */
export function readInstant(
	value: unknown,
	zone: string,
	options: InstantOptions = {},
): InstantReading {
	const clock = IANAZone.create(zone);
	if (!clock.isValid) return { refusal: `${shown(zone)} is not a time zone` };
	const read =
		typeof value === 'string' || typeof value === 'number'
			? readInstantText(String(value), clock, options.endOfDay === true)
			: readObject(value);
	if ('refusal' in read) return read;

	// Of a named zone luxon asks Intl for each offset, even of UTC, which most answers are read in.
	const instant = DateTime.fromMillis(read.millis, { zone: zone === 'UTC' ? 'utc' : clock });
	if (!instant.isValid) return { refusal: `An invalid date was given. ${EXAMPLES}` };
	if (instant.year < FIRST_YEAR || instant.year > LAST_YEAR) {
		return {
			refusal: `The year ${instant.year} is not within ${FIRST_YEAR} to ${LAST_YEAR}. ${EXAMPLES}`,
		};
	}
	return read.note === undefined ? { instant } : { instant, note: read.note };
}

/** ISO 8601 in UTC with milliseconds, as the API takes it. */
export function writeInstant(instant: Instant): string {
	return instant.toUTC().toISO();
}

/** ISO 8601 with the offset that `zone` (an IANA name) has at that time. */
export function writeLocal(instant: Instant, zone: string): string {
	return inOnePiece(instant.setZone(zone).toISO() ?? writeInstant(instant));
}

/**
 * The same text in a fifth of the memory: luxon joins it from many parts, which V8 keeps as they are until somebody reads a
 * character. Lists have two of them in each record.
 */
function inOnePiece(text: string): string {
	void text.charCodeAt(0);
	return text;
}

/** A Date of any realm and a luxon time of any copy of luxon give their milliseconds as value. */
function readObject(value: unknown): MillisReading {
	if (isTime(value)) {
		const millis: unknown = value.valueOf();
		if (typeof millis === 'number') return { millis };
	}
	return { refusal: `${described(value)} is not a point in time. ${EXAMPLES}` };
}

function isTime(value: unknown): value is { valueOf(): unknown } {
	return (
		typeof value === 'object' &&
		value !== null &&
		typeof value.valueOf === 'function' &&
		(Object.prototype.toString.call(value) === '[object Date]' ||
			('isLuxonDateTime' in value && value.isLuxonDateTime === true))
	);
}

/** Names what cannot be shown: an object may be long, or throw when turned into text. */
function described(value: unknown): string {
	if (value === undefined || value === null) return 'An empty value';
	if (Array.isArray(value)) return 'A list';
	if (typeof value === 'boolean') return String(value);
	return typeof value === 'object' ? 'An object' : `A ${typeof value}`;
}
