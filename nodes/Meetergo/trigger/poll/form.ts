import { wholeNumber } from '../../fields/basic';
import { collection, filterFields } from '../../fields/collection';
import {
	type Field,
	type Form,
	readFields,
	required,
	shownWhere,
	type Values,
} from '../../fields/field';
import { choices, filled } from '../../fields/lists';
import { output } from '../../fields/output';
import { hosts } from '../../fields/people';
import { pollEvents } from '../events';
import { meetingTypeIds, options, triggerForm } from '../form';

const events = choices({
	displayName: 'Trigger On',
	name: 'events',
	description: 'What starts the workflow',
	options: pollEvents,
});

const minutesBefore = shownWhere(
	wholeNumber({
		displayName: 'Minutes Before',
		name: 'minutesBefore',
		description: 'How long before its start a booking is told to start soon',
		min: 1,
		max: 43_200,
		default: 60,
	}),
	{ show: { events: ['booking_starts_soon'] } },
);

const days = collection({
	displayName: 'Window',
	name: 'window',
	placeholder: 'Change window',
	fields: {
		daysAhead: wholeNumber({
			displayName: 'Days Ahead',
			name: 'daysAhead',
			description:
				'How far ahead bookings are looked at. Each poll takes one request for every 100 bookings of a host in the window, so for Starts Soon and Ended alone choose 1.',
			min: 1,
			max: 730,
			default: 60,
		}),
		daysBack: wholeNumber({
			displayName: 'Days Back',
			name: 'daysBack',
			description: 'How long after its start a booking is still looked at',
			min: 1,
			max: 90,
			default: 1,
		}),
	},
});

/** Only bookings that start in this window are seen. */
const window: Field<{ readonly daysAhead: number; readonly daysBack: number }> = {
	properties: days.properties,
	read: (form) => ({ daysAhead: 60, daysBack: 1, ...days.read(form) }),
};

const fields = {
	events: required(filled(events), 'Trigger On'),
	minutesBefore,
	hosts,
	window,
	filters: filterFields({ meetingTypeIds }),
	output,
	options,
};

export const pollForm = triggerForm(fields);

export type PollFields = Values<typeof fields>;

/** What the user filled in. */
export function readPollForm(form: Form): PollFields {
	return readFields(fields, form);
}
