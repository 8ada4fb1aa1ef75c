import { locator } from '../../fields/locator';

/** The booking an operation is about. */
export const bookingId = locator({
	label: {
		displayName: 'Booking',
		name: 'bookingId',
		description: 'A booked meeting; pending ones are not bookings yet',
	},
	noun: 'booking',
	search: 'searchBookings',
});
