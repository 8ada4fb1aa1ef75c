import { choice, toggle, wholeNumber } from '../../fields/basic';
import { language } from '../../fields/language';
import { optionalId } from '../../fields/locator';
import { hostIds } from '../../fields/people';
import { channel } from '../meetingType/channels';
import { duration } from '../meetingType/duration';

export const slotsAs = choice({
	displayName: 'Return Slots As',
	name: 'slotsAs',
	description: 'The shape of the output',
	options: [
		{ name: 'One Item per Slot', value: 'items' },
		{ name: 'One Item with a List', value: 'list' },
		{
			name: 'One Item with a Text',
			value: 'text',
			description: 'A line a day for a mail or a chat, such as "Tue 3 March: 09:00, 14:30"',
		},
	],
	default: 'items',
});

/** Which slots are wanted, beyond meeting type and window. */
export const slotOptions = {
	atMost: wholeNumber({
		displayName: 'Limit',
		name: 'atMost',
		description: 'How many slots to return, the earliest ones. Not added means all.',
		min: 1,
		default: 3,
	}),
	atMostPerDay: wholeNumber({
		displayName: 'Limit per Day',
		name: 'atMostPerDay',
		description: 'How many slots of one day to return, the earliest ones. Not added means all.',
		min: 1,
		default: 1,
	}),
	channel,
	duration,
	hostIds,
	hostsNeeded: choice({
		displayName: 'Hosts Needed',
		name: 'hostsNeeded',
		description: 'How many of the hosts must be free, where there are several',
		options: [
			{ name: 'All Hosts', value: 'everyone' },
			{ name: 'Any Host', value: 'anyone' },
		],
		default: 'anyone',
	}),
	ignoreNotice: toggle({
		displayName: 'Ignore Minimum Notice',
		name: 'ignoreNotice',
		description:
			'Whether to offer times nearer than allowed; to book them, switch on Ignore Availability',
	}),
	language: language({
		displayName: 'Language',
		name: 'language',
		description: 'Language of One Item with a Text',
	}),
	movedBookingId: optionalId({
		displayName: 'Booking to Move (ID)',
		name: 'movedBookingId',
		noun: 'booking',
		description: 'A booking that is to be moved: its own time counts as free',
	}),
	refreshCache: toggle({
		displayName: 'Refresh Cache',
		name: 'refreshCache',
		description: 'Whether meetergo computes the slots anew; slower, but sees the latest bookings',
	}),
};
