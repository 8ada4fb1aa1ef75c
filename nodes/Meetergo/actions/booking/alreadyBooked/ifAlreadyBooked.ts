import { choice } from '../../../fields/basic';

/** What a second run does, or a second item about the same attendee. */
export const ifAlreadyBooked = choice({
	displayName: 'If Already Booked',
	name: 'ifAlreadyBooked',
	description: 'Where the attendee has such a booking then, or in the window',
	options: [
		{ name: 'Create Another', value: 'createAnother' },
		{ name: 'Return Existing Booking', value: 'returnExisting' },
	],
	default: 'returnExisting',
});

/** Left once a run where bookings could not be looked for before they were made. */
export const MAY_BOOK_AGAIN =
	'Not all bookings among which the attendee could be already may be read with this key. A second run might book again. To prevent that, act as an admin.';
