import type { Instant } from './instant.cts';

/** HH:mm in the schedule's zone. */
export interface Hours {
	readonly start: string;
	readonly end: string;
}

export interface Day {
	readonly enabled: boolean;
	readonly hours: readonly Hours[];
}

export const WEEKDAYS = [
	'monday',
	'tuesday',
	'wednesday',
	'thursday',
	'friday',
	'saturday',
	'sunday',
] as const;

export type Week = Readonly<Partial<Record<(typeof WEEKDAYS)[number], Day>>>;

export interface ScheduleException {
	readonly id: number;
	readonly available: boolean;
	readonly start: Instant;
	readonly end: Instant;
	readonly title: string | null;
	readonly note: string | null;
	readonly createdAt: Instant;
	readonly deletedAt: Instant | null;
}

export interface Availability {
	readonly id: string;
	readonly companyId: string;
	readonly userId: string;
	readonly name: string;
	readonly timezone: string;
	readonly schedule: Week;
	readonly availabilityExceptions: readonly ScheduleException[];
	readonly isDefault: boolean;
	readonly createdAt: Instant;
	readonly deletedAt: Instant | null;
}
