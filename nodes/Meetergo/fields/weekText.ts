import { shown } from './field';
import { notATimeOfDay, readTimeOfDay } from './timeOfDay';
import {
	type Hours,
	shownHours,
	titled,
	type Week,
	type Weekday,
	WEEKDAYS,
	type WeekEntry,
} from './week';

export type WeekTextReading =
	| { readonly entries: readonly WeekEntry[] }
	| { readonly refusal: string };

/** A piece of the text, read; or why it cannot be, as a sentence without its full stop. */
type Reading<T> = { readonly value: T } | { readonly refusal: string };

const EXAMPLE = 'Write the week as in "Mon-Fri 09:00-12:00, 13:00-17:00; Sat closed"';
const CLOSED = 'closed';

/** Hyphen, dashes and minus: people copy hours from web pages and letters. */
const TO = /[-\u2010-\u2015\u2212]|\b(?:to|until|through)\b/i;
const AND = /[,&+/]|\band\b/i;
const SHUT = /^(.*?)\b(?:closed|off)$/is;
const LEAD = /(?:[:,]|\bfrom)$/i;
const HALF_DAY = /[ap]\.?m\.?$/i;

const GROUPS: ReadonlyArray<readonly [RegExp, readonly Weekday[]]> = [
	[/^(?:daily|every ?day)$/i, WEEKDAYS],
	[/^weekdays?$/i, WEEKDAYS.slice(0, 5)],
	[/^weekends?$/i, WEEKDAYS.slice(5)],
];

/**
 * Reads open hours as people write them: parts separated by semicolons or line breaks, each of which names days
 * (`Mon`, `Mondays`, `Mon-Fri`, `Mon, Wed`, `daily`) and then hours, or `closed`. Never throws: a refusal is a sentence.
 */
export function readWeekText(text: string): WeekTextReading {
	const parts = text.split(/[;\n]/).map((part) => part.trim());
	const read = readAll(
		parts.filter((part) => part !== ''),
		readPart,
	);
	return 'value' in read ? { entries: read.value } : { refusal: `${read.refusal}. ${EXAMPLE}` };
}

/** Writes a week as `readWeekText` reads it: days with the same hours together, closed ones last. */
export function writeWeekText(week: Week): string {
	const daysByHours = new Map<string, Weekday[]>();
	for (const day of WEEKDAYS) {
		const hours = week.get(day);
		if (hours === undefined) continue;
		const text = hours.length === 0 ? CLOSED : shownHours(hours);
		daysByHours.set(text, [...(daysByHours.get(text) ?? []), day]);
	}
	return [...daysByHours]
		.sort(([a], [b]) => Number(a === CLOSED) - Number(b === CLOSED))
		.map(([hours, days]) => `${shownDays(days)} ${hours}`)
		.join('; ');
}

/** Days that are in the order of the week, those in a row as one: `Mon-Thu, Sat`. */
function shownDays(days: readonly Weekday[]): string {
	const rows: Array<{ readonly first: Weekday; last: Weekday }> = [];
	for (const day of days) {
		const row = rows.at(-1);
		if (row && WEEKDAYS.indexOf(day) === WEEKDAYS.indexOf(row.last) + 1) row.last = day;
		else rows.push({ first: day, last: day });
	}
	const short = (day: Weekday) => titled(day).slice(0, 3);
	return rows
		.map(({ first, last }) => (first === last ? short(first) : `${short(first)}-${short(last)}`))
		.join(', ');
}

/** The days come first, the hours begin with the first digit. */
function readPart(part: string): Reading<WeekEntry> {
	const digit = part.search(/\d/);
	const shut = digit < 0 ? SHUT.exec(part) : null;
	if (digit < 0 && shut === null) return { refusal: `${shown(part)} names no hours` };
	const named = (shut?.[1] ?? part.slice(0, digit)).trim().replace(LEAD, '').trim();
	if (named === '') return { refusal: `${shown(part)} names no day` };
	const lists = readAll(split(named, AND), readDays);
	if ('refusal' in lists) return lists;
	const days = lists.value.flat();
	if (shut) return { value: { days, hours: CLOSED } };
	const hours = readAll(split(part.slice(digit), AND), readHours);
	return 'refusal' in hours ? hours : { value: { days, hours: hours.value } };
}

function readDays(name: string): Reading<readonly Weekday[]> {
	const group = GROUPS.find(([pattern]) => pattern.test(name))?.[1];
	if (group !== undefined) return { value: group };
	const ends = split(name, TO).map(dayNamed);
	const [first, last = first] = ends;
	if (first === undefined || last === undefined || ends.length > 2 || ends.includes(undefined)) {
		return { refusal: `${shown(name)} is not a day of the week` };
	}
	return { value: daysFrom(first, last) };
}

/** `Mo`, `Mon.`, `Monday` or `Mondays`. */
function dayNamed(name: string): Weekday | undefined {
	const wanted = name.toLowerCase().replace(/\.$/, '');
	return wanted.length < 2 ? undefined : WEEKDAYS.find((day) => `${day}s`.startsWith(wanted));
}

/** Days from the first to the last, over the end of the week where the last comes before the first. */
function daysFrom(first: Weekday, last: Weekday): Weekday[] {
	const start = WEEKDAYS.indexOf(first);
	const length = ((WEEKDAYS.indexOf(last) - start + 7) % 7) + 1;
	return [...WEEKDAYS, ...WEEKDAYS].slice(start, start + length);
}

function readHours(range: string): Reading<Hours> {
	const ends = split(range, TO);
	const [from, to] = ends;
	if (from === undefined || to === undefined || ends.length > 2) {
		return { refusal: `${shown(range)} is not a range of hours` };
	}
	if (HALF_DAY.test(from) !== HALF_DAY.test(to)) {
		return { refusal: `${shown(range)} has am or pm at one end only` };
	}
	const [start, end] = [readTimeOfDay(from), readTimeOfDay(to)];
	if (start === undefined) return { refusal: notATimeOfDay(from) };
	return end === undefined ? { refusal: notATimeOfDay(to) } : { value: { start, end } };
}

/** Trimmed pieces; patterns that take the blanks around a separator as well are slow on long runs of them. */
function split(text: string, separator: RegExp): string[] {
	return text.split(separator).map((piece) => piece.trim());
}

/** Reads piece by piece, up to the first that cannot be read. */
function readAll<T>(
	pieces: readonly string[],
	read: (piece: string) => Reading<T>,
): Reading<readonly T[]> {
	const values: T[] = [];
	for (const piece of pieces) {
		const reading = read(piece);
		if ('refusal' in reading) return reading;
		values.push(reading.value);
	}
	return { value: values };
}
