import { text, toggle } from '../../fields/basic';
import { locator, optionalId } from '../../fields/locator';

/** The booking an operation is about. */
export const bookingId = locator({
	label: {
		displayName: 'Booking',
		name: 'bookingId',
		description:
			'A booked meeting, not a pending one. The list shows those to come; search it for past ones.',
	},
	noun: 'booking',
	search: 'searchBookings',
});

/** For hosts who know better than their calendar. */
export const ignoreAvailability = toggle({
	displayName: 'Ignore Availability',
	name: 'ignoreAvailability',
	description: 'Whether to take the time even if it is taken, not offered or not paid for',
});

/** One of those the meeting is with. Never required: n8n would demand it even where the form hides it. */
export const whichAttendee = text({
	displayName: 'Attendee Email or ID',
	name: 'attendee',
	placeholder: 'e.g. tomas.berg@example.net',
	description:
		"One of the booking's attendees. May be empty where there is only one, except for Cancel.",
});

/** Why a meeting does not take place. */
export const reason = text({
	displayName: 'Reason',
	name: 'reason',
	placeholder: 'e.g. The host is ill',
	description: 'Is mailed to the attendees; 500 characters at most',
	maxLength: 500,
	rows: 2,
});

/** A filter of lists. */
export const ofMeetingType = optionalId({
	displayName: 'Meeting Type ID',
	name: 'meetingTypeId',
	noun: 'meeting type',
	description: 'Only bookings of this meeting type',
});
