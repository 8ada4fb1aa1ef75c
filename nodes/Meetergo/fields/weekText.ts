import { shown } from './field';
import { readTimeOfDay } from './timeOfDay';
import { type Hours, type Weekday, WEEKDAYS, type WeekEntry } from './week';

export type WeekTextReading =
	| { readonly entries: readonly WeekEntry[] }
	| { readonly refusal: string };

const EXAMPLE = 'Write the week as in "Mon-Fri 09:00-12:00, 13:00-17:00; Sat 10:00-14:00"';
const DASH = /\s*(?:-|\u2013|\bto\b)\s*/i;

/**
 * Reads open hours as people write them: parts separated by semicolons or line breaks, each of which names days
 * (`Mon`, `Monday`, `Mon-Fri`, `Mon, Wed`, `daily`) and then hours, or `closed`. Never throws: a refusal is a sentence.
 */
export function readWeekText(text: string): WeekTextReading {
	const entries: WeekEntry[] = [];
	for (const part of text.split(/[;\n]/).map((piece) => piece.trim())) {
		if (part === '') continue;
		const entry = readPart(part);
		if (typeof entry === 'string') return { refusal: `${entry}. ${EXAMPLE}` };
		entries.push(entry);
	}
	return { entries };
}

/** The days come first, the hours begin with the first digit. */
function readPart(part: string): WeekEntry | string {
	const [, names = '', rest = ''] = /^([^\d]*?)[\s:]*(\d.*|closed|off)?$/i.exec(part) ?? [];
	if (names === '') return `${shown(part)} names no day`;
	if (rest === '') return `${shown(part)} names no hours`;
	const days = readDays(names);
	if (typeof days === 'string') return days;
	if (/^(?:closed|off)$/i.test(rest)) return { days, hours: 'closed' };
	const hours = readHours(rest);
	return typeof hours === 'string' ? hours : { days, hours };
}

function readDays(names: string): readonly Weekday[] | string {
	if (/^(?:daily|every ?day)$/i.test(names.trim())) return WEEKDAYS;
	const days: Weekday[] = [];
	for (const name of names.split(/\s*(?:,|&|\band\b)\s*/i).filter(Boolean)) {
		const ends = name.split(DASH).map(dayNamed);
		const [first, last = first] = ends;
		if (first === undefined || last === undefined || ends.length > 2) {
			return `${shown(name)} is not a day of the week`;
		}
		days.push(...from(first, last));
	}
	return days;
}

function dayNamed(name: string): Weekday | undefined {
	const wanted = name.trim().toLowerCase().replace(/\.$/, '');
	return wanted.length < 2 ? undefined : WEEKDAYS.find((day) => day.startsWith(wanted));
}

/** Days from the first to the last, over the end of the week where the last comes before the first. */
function from(first: Weekday, last: Weekday): Weekday[] {
	const start = WEEKDAYS.indexOf(first);
	const length = ((WEEKDAYS.indexOf(last) - start + 7) % 7) + 1;
	return [...WEEKDAYS, ...WEEKDAYS].slice(start, start + length);
}

function readHours(text: string): readonly Hours[] | string {
	const hours: Hours[] = [];
	for (const range of text.split(/\s*,\s*/)) {
		const [start, end, ...more] = range.split(DASH).map(readTimeOfDay);
		if (start === undefined || end === undefined || more.length > 0) {
			return `${shown(range)} is not a range of hours`;
		}
		hours.push({ start, end });
	}
	return hours;
}
