import { timezone } from '../../fields/time';
import { v4 } from '../../transport/path';
import { perItem } from '../perItem';
import { bookingColumns, moreOfBooking } from './booking.columns';
import { bookingIn } from './readBooking';

export const getCurrent = perItem({
	option: {
		name: 'Get Current',
		value: 'getCurrent',
		description: 'Get the booking that is running now; returns nothing when there is none',
		action: 'Get the booking that is running now',
	},
	actingUser: 'required',
	effect: 'read',
	fields: {},
	options: { timezone },
	async run(_item, api) {
		const running = bookingIn(await api.find(v4`/appointment/current`));
		return running === undefined ? [] : [running];
	},
	simplify: bookingColumns,
	more: moreOfBooking,
});
