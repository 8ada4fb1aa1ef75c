import type { TimeOfDay } from './timeOfDay';

/** The days as the API names them, in the order of a week. */
export const WEEKDAYS = [
	'monday',
	'tuesday',
	'wednesday',
	'thursday',
	'friday',
	'saturday',
	'sunday',
] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** The day that people mean by its name or its first three letters, in any case. */
export function asWeekday(text: string): string {
	const wanted = text.toLowerCase();
	return WEEKDAYS.find((day) => day === wanted || day.slice(0, 3) === wanted) ?? text;
}

/** The days as forms offer them. */
export const weekdayChoices = WEEKDAYS.map((day) => ({ name: titled(day), value: day }));

/** A stretch of one day, on the clock of the schedule's zone. */
export interface Hours {
	readonly start: TimeOfDay;
	readonly end: TimeOfDay;
}

/** Open hours by day, in order of time; a day without hours is closed, one that is missing was not mentioned. */
export type Week = ReadonlyMap<Weekday, readonly Hours[]>;

/** Some days, and either their open hours or that they are closed. */
export interface WeekEntry {
	readonly days: readonly Weekday[];
	readonly hours: readonly Hours[] | 'closed';
}

/** Puts entries together to a week, or says in a sentence why they make none. */
export function weekOf(
	entries: readonly WeekEntry[],
): { readonly week: Week } | { readonly refusal: string } {
	const week = new Map<Weekday, readonly Hours[]>();
	for (const day of WEEKDAYS) {
		const own = entries.filter(({ days }) => days.includes(day));
		if (own.length === 0) continue;
		const hours = inOrder(own.flatMap((entry) => (entry.hours === 'closed' ? [] : entry.hours)));
		const isClosed = own.some((entry) => entry.hours === 'closed');
		const refusal =
			isClosed && hours.length > 0
				? `${titled(day)} is closed, and open at ${shownHours(hours)} as well`
				: hours.map((one, at) => faultOf(day, one, hours[at + 1])).find(Boolean);
		if (refusal !== undefined) return { refusal };
		week.set(day, hours);
	}
	return { week };
}

/** What is wrong with some hours of a day, seen together with those that follow. */
function faultOf(day: Weekday, hours: Hours, next: Hours | undefined): string | undefined {
	const { start, end } = hours;
	const name = titled(day);
	if (end === start) return `${name} ${shownHours([hours])} has no length`;
	if (end < start) {
		return `${name} ${shownHours([hours])} ends before it starts. For hours over midnight, end this day at 23:59 and add the rest to the next day`;
	}
	return next !== undefined && next.start < end
		? `${name} ${shownHours([hours])} and ${shownHours([next])} overlap`
		: undefined;
}

/** Hours by their start. */
export function inOrder(hours: readonly Hours[]): Hours[] {
	return [...hours].sort((a, b) => a.start.localeCompare(b.start));
}

/** Hours as people write them: `09:00-12:00, 13:00-17:00`. */
export function shownHours(hours: readonly Hours[]): string {
	return hours.map(({ start, end }) => `${start}-${end}`).join(', ');
}

/** A day's English name as a heading. */
export function titled(day: Weekday): string {
	return day.charAt(0).toUpperCase() + day.slice(1);
}
