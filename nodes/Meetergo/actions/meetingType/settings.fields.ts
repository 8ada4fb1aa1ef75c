import { webAddress } from '../../fields/address';
import { clearable, clearableText, text, toggle, wholeNumber } from '../../fields/basic';
import { choices, filled, lines, wholeNumbers } from '../../fields/lists';
import { optionalLocator } from '../../fields/locator';
import { addedChannel, channels } from './channels';
import { addedDuration } from './duration';
import { decidingSlug } from './meetingType.fields';
import { metadata } from './metadata';

const redirectTo = {
	displayName: 'Redirect To',
	name: 'redirect',
	placeholder: 'e.g. https://example.com/thank-you',
	description: 'Where attendees are sent after booking; empty means nowhere',
};

/** Where attendees are sent after booking; `null` for nowhere. */
const redirect = clearable(webAddress(redirectTo), redirectTo);

/** One collection for creating and for changing, so that the form holds these fields once. */
export const settingsLabel = {
	displayName: 'Settings',
	name: 'settings',
	placeholder: 'Add setting',
};

/** What a meeting type may say beyond its name, its length and its channel; each named after the API's property. */
export const settings = {
	allowAddingGuests: toggle({
		displayName: 'Allow Adding Guests',
		name: 'allowAddingGuests',
		description: 'Whether attendees may bring guests',
		default: true,
	}),
	allowPhoneOnlyBooking: toggle({
		displayName: 'Allow Phone-Only Booking',
		name: 'allowPhoneOnlyBooking',
		description: 'Whether a phone number will do in place of a mail address',
		default: true,
	}),
	allowedChannels: filled(
		choices({
			displayName: 'Allowed Channels',
			name: 'allowedChannels',
			description: 'The channels among which attendees choose',
			options: channels,
		}),
	),
	allowedDurations: filled(
		wholeNumbers({
			displayName: 'Allowed Durations (Minutes)',
			name: 'allowedDurations',
			placeholder: 'e.g. 15, 30, 60',
			description: 'The lengths among which attendees choose, separated by commas',
			min: 5,
			max: 480,
		}),
	),
	bookingMinimum: wholeNumber({
		displayName: 'Minimum Notice (Minutes)',
		name: 'bookingMinimum',
		description: 'How long before the start a booking is possible',
		min: 0,
		default: 60,
	}),
	bufferAfter: wholeNumber({
		displayName: 'Buffer After (Minutes)',
		name: 'bufferAfter',
		description: 'Time kept free after each meeting',
		min: 0,
		max: 120,
		default: 0,
	}),
	bufferBefore: wholeNumber({
		displayName: 'Buffer Before (Minutes)',
		name: 'bufferBefore',
		description: 'Time kept free before each meeting',
		min: 0,
		max: 120,
		default: 0,
	}),
	customChannelLink: webAddress({
		displayName: 'Custom Channel Link',
		name: 'customChannelLink',
		placeholder: 'e.g. https://meet.example.com/room',
		description: 'Where meetings on the channel Custom take place',
	}),
	customChannelName: text({
		displayName: 'Custom Channel Name',
		name: 'customChannelName',
		placeholder: 'e.g. Webinar room',
		description: 'What Custom is called as a channel',
	}),
	daysAhead: wholeNumber({
		displayName: 'Days Ahead',
		name: 'daysAhead',
		description: 'How far ahead meetings can be booked',
		min: 1,
		default: 60,
	}),
	description: clearableText({
		displayName: 'Description',
		name: 'description',
		description: 'Text on the booking page',
		rows: 3,
	}),
	enabled: toggle({
		displayName: 'Enabled',
		name: 'enabled',
		description: 'Whether the booking page takes bookings',
		default: true,
	}),
	internalNotes: clearableText({
		displayName: 'Internal Notes',
		name: 'internalNotes',
		description: 'For hosts; attendees do not see them',
		rows: 2,
	}),
	locations: filled(
		lines({
			displayName: 'Locations',
			name: 'locations',
			placeholder: 'e.g. Main Street 5, Oslo',
			description: 'Addresses for meetings in person, one a line',
		}),
	),
	metadata,
	redirect,
	scheduleId: optionalLocator({
		label: {
			displayName: 'Schedule',
			name: 'scheduleId',
			description: 'Whose open hours apply, in place of the default schedule',
		},
		noun: 'schedule',
		search: 'searchSchedules',
	}),
	slug: decidingSlug,
	spots: wholeNumber({
		displayName: 'Spots',
		name: 'spots',
		description: 'Attendees at one time; more than one makes it a group meeting',
		min: 1,
		max: 100,
		default: 1,
	}),
	timeslotInterval: wholeNumber({
		displayName: 'Start Interval (Minutes)',
		name: 'timeslotInterval',
		description: 'From one start that is offered to the next',
		min: 5,
		max: 60,
		default: 15,
	}),
};

/** The same with length and channel, where these are not asked for by themselves. */
export const allSettings = { duration: addedDuration, channel: addedChannel, ...settings };
