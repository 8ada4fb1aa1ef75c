import { choice, text } from '../../fields/basic';
import { filterFields } from '../../fields/collection';
import { startsWithin } from '../../fields/time';
import { ofMeetingType } from './booking.fields';
import { changedSince } from './changedSince';

/** meetergo's own filter on the state takes values that are unpublished. */
const bookingState = choice({
	displayName: 'State',
	name: 'bookingState',
	description: 'Only bookings in this state',
	options: [
		{ name: 'Cancelled', value: 'cancelled' },
		{ name: 'Confirmed', value: 'confirmed' },
	],
	default: 'confirmed',
});

/** Which bookings are wanted. */
export const filters = filterFields({
	bookingState,
	changedSince,
	meetingTypeId: ofMeetingType,
	search: text({
		displayName: 'Search',
		name: 'search',
		placeholder: 'e.g. Tomas Berg',
		description:
			'Only bookings in which meetergo finds this text, such as a name or a mail address',
	}),
	window: startsWithin,
});

/** In which order they come. */
export const order = {
	sortBy: choice({
		displayName: 'Sort By',
		name: 'sortBy',
		description: 'What the bookings of one host are sorted by',
		options: [
			{ name: 'Booked At', value: 'appointment.createdAt' },
			{ name: 'Start', value: 'appointment.start' },
		],
		default: 'appointment.start',
	}),
	sortDirection: choice({
		displayName: 'Sort Direction',
		name: 'sortDirection',
		description: 'Whether the earliest or the latest comes first',
		options: [
			{ name: 'Earliest First', value: 'ASC' },
			{ name: 'Latest First', value: 'DESC' },
		],
		default: 'ASC',
	}),
};
