import type { IDataObject } from 'n8n-workflow';
import type { Availability } from '../../api/records';

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The open hours of a week as people write them: `Mon 08:00-12:00, 13:00-17:00; Tue 08:00-17:00`. */
function weeklyHours(schedule: Availability['schedule']): string {
	return WEEK.flatMap((weekday) => {
		const day = schedule[weekday];
		if (!day?.enabled || day.hours.length === 0) return [];
		const name = weekday.charAt(0).toUpperCase() + weekday.slice(1, 3);
		return [`${name} ${day.hours.map(({ start, end }) => `${start}-${end}`).join(', ')}`];
	}).join('; ');
}

/** A schedule in six flat fields. */
export function simplifyAvailability(availability: Availability): IDataObject {
	return {
		id: availability.id,
		name: availability.name,
		timezone: availability.timezone,
		isDefault: availability.isDefault ?? null,
		weeklyHours: weeklyHours(availability.schedule ?? {}),
		exceptions: availability.availabilityExceptions?.length ?? 0,
	};
}
