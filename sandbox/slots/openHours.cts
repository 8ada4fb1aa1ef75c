import { DateTime } from 'luxon';

import type { Availability, Hours } from '../records/schedules.cts';
import { WEEKDAYS } from '../records/schedules.cts';
import { subtract, union, type Range } from './ranges.cts';

/**
 * When a schedule is open around a window. Ranges are whole, not cut at the window, because starts
 * are counted from the beginning of a range. Exceptions that block win over those that open.
 */
export function openHours(availability: Availability, window: Range): Range[] {
	const { timezone, schedule } = availability;
	const weekly: Range[] = [];
	let day = DateTime.fromMillis(window.start, { zone: timezone }).startOf('day');
	while (day.toMillis() < window.end) {
		const weekday = WEEKDAYS[day.weekday - 1];
		const rule = weekday && schedule[weekday];
		if (rule?.enabled) weekly.push(...rule.hours.map((hours) => rangeOn(day, hours)));
		day = day.plus({ days: 1 });
	}
	const extra = exceptionRanges(availability, true);
	const open = [...weekly, ...extra].filter(({ start, end }) => start < end);
	return subtract(union(open), exceptionRanges(availability, false));
}

/** When the exceptions of a schedule open it, or when they block it. */
export function exceptionRanges(
	{ availabilityExceptions }: Availability,
	available: boolean,
): Range[] {
	return availabilityExceptions
		.filter((exception) => exception.deletedAt === null && exception.available === available)
		.map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) }));
}

function rangeOn(day: DateTime, hours: Hours): Range {
	return { start: timeOn(day, hours.start), end: timeOn(day, hours.end) };
}

function timeOn(day: DateTime, time: string): number {
	const [hour, minute] = time.split(':').map(Number);
	return day.set({ hour, minute }).toMillis();
}
