import { calendarConnections } from '../../api/listings';
import { paging } from '../../fields/paging';
import { perItem } from '../perItem';
import { hostId, whoMay } from './calendarConnection.fields';
import { simplifyCalendarConnection } from './calendarConnection.simplify';

export const getAll = perItem({
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Get the calendars that a host has connected',
		action: 'Get many calendar connections',
	},
	actingUser: 'required',
	effect: 'read',
	whoMay,
	fields: { hostId, limit: paging },
	run: ({ hostId: userId, limit }, api) => api.list(calendarConnections, { userId }, limit),
	simplify: simplifyCalendarConnection,
});
