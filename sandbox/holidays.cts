import Holidays from 'date-holidays';
import { DateTime } from 'luxon';

import type { Range } from './slots/ranges.cts';

/** A day on which everybody is off. */
export interface Holiday {
	readonly title: string;
	/** `YYYY-MM-DD`. */
	readonly date: string;
}

/**
 * The public holidays of a year, those of a state as well when it is named. Titles are in English where
 * there is an English name.
 */
export function publicHolidays(year: number, country: string, state?: string): Holiday[] {
	const place = state ? { country, state } : { country };
	const calendar = new Holidays(place, { types: ['public'], languages: ['en'] });
	return calendar.getHolidays(year).map(({ name, date }) => ({
		title: name,
		date: date.slice(0, 'YYYY-MM-DD'.length),
	}));
}

/** From midnight to midnight in a zone. */
export function wholeDay(date: string, zone: string): Range {
	const start = DateTime.fromISO(date, { zone });
	return { start: start.toMillis(), end: start.plus({ days: 1 }).toMillis() };
}
