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

const zoneOfHours = { displayName: 'Time Zone', name: 'scheduleTimezone' };

/** The zone on whose clock the hours of a schedule are. */
export const scheduleTimezone = zone({
	...zoneOfHours,
	description: "Zone of the hours, by IANA name. Empty means the workflow's.",
});

/** Another zone, among the fields to update. */
export const newTimezone = zone({
	...zoneOfHours,
	description: 'Zone of the hours, by IANA name',
});
