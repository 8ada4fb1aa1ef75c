import type { AvailabilityException } from '../../api/records';
import { collection } from '../../fields/collection';
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
	readonly exceptions?: readonly AvailabilityException[];
}

const additionalFields = collection({
	displayName: 'Additional Fields',
	name: 'additionalFields',
	placeholder: 'Add field',
	fields: { exceptions },
});

/** Hours and exceptions, on the clock of the schedule's own zone. */
export const newSchedule: Field<NewSchedule> = {
	properties: propertiesOf({ scheduleTimezone, weeklyHours, additionalFields }),
	read(form) {
		const timezone = scheduleTimezone.read(form) ?? form.zone;
		const week = weeklyHours.read(form);
		const added = additionalFields.read(inZone(form, timezone));
		return week.size > 0 || (added.exceptions ?? []).length > 0
			? { timezone, week, ...added }
			: form.refuse('Hours', 'enter open hours, or add exceptions: without both, nothing is open');
	},
};
