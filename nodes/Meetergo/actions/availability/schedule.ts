import type { Availability, DaySchedule } from '../../api/availabilities';
import { inOrder, type Week, type Weekday, WEEKDAYS } from '../../fields/week';
import { recordIn } from '../requests/recordIn';

type Schedule = Availability['schedule'];

const CLOSED: DaySchedule = { enabled: false, hours: [] };

/**
 * A week as the API takes it. All seven days are given, because what becomes of missing ones is not published:
 * days that the week does not mention are as in `otherwise`, else closed.
 */
export function scheduleOf(week: Week, otherwise?: Schedule): Record<Weekday, DaySchedule> {
	const day = (name: Weekday): DaySchedule => {
		const hours = week.get(name);
		if (hours === undefined) return otherwise?.[name] ?? CLOSED;
		return { enabled: hours.length > 0, hours: hours.map(({ start, end }) => ({ start, end })) };
	};
	return {
		monday: day('monday'),
		tuesday: day('tuesday'),
		wednesday: day('wednesday'),
		thursday: day('thursday'),
		friday: day('friday'),
		saturday: day('saturday'),
		sunday: day('sunday'),
	};
}

/** The week that a schedule of the API stands for: every day is there, a day that is switched off is closed. */
export function weekIn(schedule: Schedule | undefined): Week {
	return new Map(
		WEEKDAYS.map((name) => {
			const day = schedule?.[name];
			return [name, day?.enabled ? inOrder(day.hours) : []] as const;
		}),
	);
}

/** What counts of a schedule: the hours of a day that is switched off do not. */
export function openIn(schedule: Schedule | undefined): Record<Weekday, DaySchedule> {
	return scheduleOf(weekIn(schedule));
}

/** The schedule that an answer holds; some answers are empty. */
export function scheduleIn(answer: unknown): Availability | undefined {
	return recordIn<Availability>(answer, 'id', 'schedule');
}
