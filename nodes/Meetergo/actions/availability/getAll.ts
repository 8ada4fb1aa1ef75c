import { availabilities } from '../../api/availabilities';
import { paging } from '../../fields/paging';
import { perItem } from '../perItem';
import { availabilityColumns } from './availability.columns';

export const getAll = perItem({
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Get the schedules with the working hours of the user',
		action: 'Get many schedules',
	},
	actingUser: 'required',
	effect: 'read',
	fields: { limit: paging },
	run: ({ limit }, api) => api.list(availabilities, {}, limit),
	simplify: availabilityColumns,
});
