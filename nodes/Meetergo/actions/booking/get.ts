import { timezone } from '../../fields/time';
import { perItem } from '../perItem';
import { told } from '../output/told';
import { bookingColumns, moreOfBooking } from './booking.columns';
import { bookingId } from './booking.fields';
import { attachInvitation, invitationOf } from './invitation';
import { readBooking } from './readBooking';

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
	options: { attachInvitation, timezone },
	async run({ bookingId: id, options }, api) {
		const booking = await readBooking(id, api);
		return told(booking, {}, options.attachInvitation ? invitationOf(booking, api) : []);
	},
	simplify: bookingColumns,
	more: moreOfBooking,
});
