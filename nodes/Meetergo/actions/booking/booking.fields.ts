import { toggle } from '../../fields/basic';
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

/** For hosts who know better than their calendar. */
export const ignoreAvailability = toggle({
	displayName: 'Ignore Availability',
	name: 'ignoreAvailability',
	description: 'Whether to take the time although it is not offered, already taken or not paid for',
});
