import type { IDataObject } from 'n8n-workflow';
import { wholeList } from '../transport/paginate';
import { v4 } from '../transport/path';

/* Calendars that hosts have connected. */

export interface CalendarConnection extends IDataObject {
	readonly id: string;
	readonly provider?: string;
	readonly email?: string | null;
	/** New events go into a calendar of this one. */
	readonly isPrimary?: boolean;
	readonly isConnected?: boolean;
	readonly selectedCalendars?: string[];
}

/** Calendars connected by the acting user, or by another one with the query `userId`. */
export const calendarConnections = wholeList<CalendarConnection>({
	path: v4`/calendar-connections/connections`,
	key: 'connections',
	id: ({ id }) => id,
});

export interface CalendarAuthUrl extends IDataObject {
	readonly authUrl: string;
	readonly provider?: string;
}
