import type { AvailabilityException } from '../../api/availabilities';
import { type Field, inZone, propertiesOf } from '../../fields/field';
import type { Week } from '../../fields/week';
import { weeklyHours } from '../../fields/weeklyHours';
import { scheduleTimezone } from './availability.fields';
import { exceptions } from './exceptions';

/** When somebody works. */
export interface NewSchedule {
	/** IANA name. */
	readonly timezone: string;
	readonly week: Week;
	readonly exceptions: readonly AvailabilityException[];
}

/** Hours and exceptions, on the clock of the schedule's own zone. */
export const newSchedule: Field<NewSchedule> = {
	properties: propertiesOf({ scheduleTimezone, weeklyHours, exceptions }),
	read(form) {
		const timezone = scheduleTimezone.read(form) ?? form.zone;
		const week = weeklyHours.read(form);
		const ranges = exceptions.read(inZone(form, timezone));
		return week.size > 0 || ranges.length > 0
			? { timezone, week, exceptions: ranges }
			: form.refuse(
					'Weekly Hours',
					'enter open hours, or add exceptions: without both, nothing is open',
				);
	},
};
