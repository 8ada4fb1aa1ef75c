import { appointmentsToday } from '../../api/appointments';
import { paging } from '../../fields/paging';
import { timezone } from '../../fields/time';
import { perItem } from '../perItem';
import { bookingColumns, moreOfBooking } from './booking.columns';

export const getToday = perItem({
	option: {
		name: 'Get Today',
		value: 'getToday',
		description: "Get the bookings of the host's today, cancelled ones included",
		action: 'Get the bookings of today',
	},
	actingUser: 'required',
	effect: 'read',
	fields: { limit: paging },
	options: { timezone },
	run: ({ limit }, api) => api.list(appointmentsToday, {}, limit),
	simplify: bookingColumns,
	more: moreOfBooking,
});
