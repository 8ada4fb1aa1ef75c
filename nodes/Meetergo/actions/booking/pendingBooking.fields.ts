import { locator } from '../../fields/locator';

/** The pending booking an operation is about. */
export const pendingBookingId = locator({
	label: {
		displayName: 'Pending Booking',
		name: 'pendingBookingId',
		description: 'A booking that waits for a confirmation',
	},
	noun: 'pending booking',
	search: 'searchPendingBookings',
	// The form of these ids is not published.
	opaqueId: '4b8e6f02-1d7a-4c95-a3e6-9f0c2d5b8e17',
});
