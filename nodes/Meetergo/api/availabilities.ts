import type { IDataObject } from 'n8n-workflow';
import { wholeList } from '../transport/paginate';
import { v4 } from '../transport/path';

/* Schedules: working hours and exceptions. */

export interface TimeRange extends IDataObject {
	/** HH:mm in the schedule's zone. */
	readonly start: string;
	readonly end: string;
}

export interface DaySchedule extends IDataObject {
	readonly enabled: boolean;
	readonly hours: TimeRange[];
}

/** A range that differs from the weekly hours. */
export interface AvailabilityException extends IDataObject {
	readonly id?: number;
	/** Opens the range; otherwise blocks it. */
	readonly available: boolean;
	readonly start: string;
	readonly end: string;
	readonly title?: string | null;
}

export interface Availability extends IDataObject {
	readonly id: string;
	readonly name: string;
	readonly timezone: string;
	/** One entry a weekday, by its English name in lower case. */
	readonly schedule: IDataObject & { readonly [weekday: string]: DaySchedule | undefined };
	readonly availabilityExceptions?: AvailabilityException[];
	readonly isDefault?: boolean;
}

/** Schedules of the acting user. */
export const availabilities = wholeList<Availability>({
	path: v4`/availability`,
	id: ({ id }) => id,
});
