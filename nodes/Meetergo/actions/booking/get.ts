import type { Appointment } from '../../api/records';
import { timezone } from '../../fields/time';
import { v4 } from '../../transport/path';
import { perItem } from '../perItem';
import { bookingId } from './booking.fields';
import { simplifyBooking } from './booking.simplify';

export const get = perItem({
	option: {
		name: 'Get',
		value: 'get',
		description: 'Get a booking',
		action: 'Get a booking',
	},
	actingUser: 'required',
	effect: 'read',
	fields: { bookingId },
	options: { timezone },
	run: async (item, api) => await api.get<Appointment>(v4`/appointment/${item.bookingId}`),
	simplify: simplifyBooking,
});
