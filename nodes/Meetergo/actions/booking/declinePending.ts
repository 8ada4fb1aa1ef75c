import type { IDataObject } from 'n8n-workflow';
import { v4 } from '../../transport/path';
import type { Once } from '../../transport/types';
import { perItem } from '../perItem';
import { told } from '../output/told';
import { reason } from './booking.fields';
import { pendingBookingId } from './pendingBooking.fields';
import { hasBecome } from './pendingBooking.lookUp';

export const declinePending = perItem({
	option: {
		name: 'Decline Pending',
		value: 'declinePending',
		description: 'Turn down a booking that waits for a confirmation; the attendee is told by mail',
		action: 'Decline a pending booking and tell the attendee by mail',
	},
	actingUser: 'required',
	effect: 'destroy',
	fields: { pendingBookingId },
	options: { reason },
	async run({ pendingBookingId: id, options }, api) {
		const path = v4`/provisional-booking/${id}/decline`;
		const { record, recovered } = await api.once(path, { reason: options.reason }, declined(id));
		return told(record, { recovered });
	},
	gives: {
		declined: '`true`',
		pendingBookingId: 'ID of the pending booking',
		bookingState: '`cancelled`',
	},
});

/** The booking is among the declined ones. What meetergo answers with is empty. */
function declined(id: string): Once<IDataObject> {
	const record = { declined: true, pendingBookingId: id, bookingState: 'cancelled' };
	return {
		proof: 'lookUp',
		complete: true,
		read: () => record,
		find: async (api) => ((await hasBecome('declined_by_host', id, api)) ? record : undefined),
		howToCheck: 'Look for it with Booking > Get Many Pending before you decline it again.',
	};
}
