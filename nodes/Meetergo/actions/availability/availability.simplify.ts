import type { IDataObject } from 'n8n-workflow';
import type { Availability } from '../../api/records';
import { writeWeekText } from '../../fields/weekText';
import { weekIn } from './schedule';

/** A schedule in six flat fields; the text of its hours can be given to another one. */
export function simplifyAvailability(availability: Availability): IDataObject {
	return {
		id: availability.id,
		name: availability.name,
		timezone: availability.timezone,
		isDefault: availability.isDefault ?? null,
		weeklyHours: writeWeekText(weekIn(availability.schedule)),
		exceptionCount: availability.availabilityExceptions?.length ?? 0,
	};
}
