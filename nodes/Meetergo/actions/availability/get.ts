import type { Availability } from '../../api/availabilities';
import { v4 } from '../../transport/path';
import { perItem } from '../perItem';
import { availabilityColumns } from './availability.columns';
import { scheduleId } from './availability.fields';

export const get = perItem({
	option: {
		name: 'Get',
		value: 'get',
		description: 'Get a schedule with its working hours',
		action: 'Get a schedule',
	},
	actingUser: 'required',
	effect: 'read',
	fields: { scheduleId },
	run: async (item, api) => await api.get<Availability>(v4`/availability/${item.scheduleId}`),
	simplify: availabilityColumns,
});
