import { calendarConnections } from '../../api/calendarConnections';
import { paging } from '../../fields/paging';
import { perItem } from '../perItem';
import { calendarConnectionColumns } from './calendarConnection.columns';
import { hostId, whoMay } from './calendarConnection.fields';

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
	simplify: calendarConnectionColumns,
});
