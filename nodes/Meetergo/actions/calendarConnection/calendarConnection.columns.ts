import type { CalendarConnection } from '../../api/calendarConnections';
import { column, type Columns } from '../output/columns';

export const calendarConnectionColumns: Columns<CalendarConnection> = {
	id: column('ID of the connection', ({ id }) => id),
	provider: column(
		'Whose calendar it is, such as `google` or `outlook`',
		({ provider }) => provider,
	),
	email: column('Mail address of the account', ({ email }) => email),
	isPrimary: column('Whether new events go into one of its calendars', (one) => one.isPrimary),
	isConnected: column('Whether it works at the moment', ({ isConnected }) => isConnected),
	selectedCalendars: column(
		'IDs of the calendars checked for conflicts, separated by commas',
		({ selectedCalendars }) => selectedCalendars?.join(', '),
	),
};
