import type { Instant } from './instant.cts';

export interface CalendarConnection {
	/** Opaque text, no UUID. */
	readonly id: string;
	readonly companyId: string;
	readonly userId: string;
	readonly provider: 'google' | 'outlook';
	readonly email: string;
	readonly isPrimary: boolean;
	readonly isConnected: boolean;
	/** The ids of all calendars of the account. */
	readonly calendars: readonly string[];
	/** Receives new events. */
	readonly primaryCalendar: string;
	/** Are checked for conflicts. */
	readonly selectedCalendars: readonly string[];
	readonly validateAvailability: boolean;
	readonly cancelIfDeclinedOrDeleted: boolean;
	readonly disableAttendeeNotification: boolean;
	readonly syncBuffersToCalendar: boolean;
	readonly createdAt: Instant;
	readonly updatedAt: Instant;
}
