import type { IDataObject } from 'n8n-workflow';
import type { CalendarConnection } from '../../api/records';

/** A connection in six flat fields. */
export function simplifyCalendarConnection(connection: CalendarConnection): IDataObject {
	return {
		id: connection.id,
		provider: connection.provider ?? null,
		email: connection.email ?? null,
		isPrimary: connection.isPrimary ?? null,
		isConnected: connection.isConnected ?? null,
		selectedCalendars: connection.selectedCalendars?.join(', ') ?? null,
	};
}
