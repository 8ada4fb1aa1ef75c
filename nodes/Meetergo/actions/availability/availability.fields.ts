import { locator } from '../../fields/locator';
import { zone } from '../../fields/time';

/** The schedule an operation is about. */
export const scheduleId = locator({
	label: {
		displayName: 'Schedule',
		name: 'scheduleId',
		description: 'Working hours of a user; several meeting types may share them',
	},
	noun: 'schedule',
	search: 'searchSchedules',
});

/** The zone on whose clock the hours of a schedule are. */
export const scheduleTimezone = zone({
	displayName: 'Time Zone',
	name: 'scheduleTimezone',
	description:
		"Zone of the hours, by IANA name. Empty means the workflow's for a new schedule, and no change for another.",
});
