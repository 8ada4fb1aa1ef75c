import { deliberateToggle, text, toggle } from '../../fields/basic';
import { collection } from '../../fields/collection';
import { language } from '../../fields/language';
import { labelledValues, valuesInObject } from '../../fields/labelledValues';
import { emails } from '../../fields/lists';
import { hostIds } from '../../fields/people';
import { zone } from '../../fields/time';
import { channel } from '../meetingType/channels';
import { duration } from '../meetingType/duration';
import { ifAlreadyBooked } from './alreadyBooked/ifAlreadyBooked';
import { ignoreAvailability } from './booking.fields';
import { attachInvitation } from './invitation';

const answersObject = {
	displayName: 'Answers by Label (JSON)',
	name: 'answersJson',
	placeholder: 'e.g. {"Year of construction": "1974"}',
	description: 'Answers by their questions, as an object; several choices as a list',
};

const label = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	placeholder: 'Add field',
};

/** What a booking may say beyond who, what and when. */
const details = {
	attendeeLanguage: language({
		displayName: 'Attendee Language',
		name: 'attendeeLanguage',
		description: 'Language of the mails',
	}),
	attendeeTimezone: zone({
		displayName: 'Attendee Time Zone',
		name: 'attendeeTimezone',
		description: 'Zone in which the attendee reads times. Not added means Time Zone.',
	}),
	duration,
	guests: emails({
		displayName: 'Guests',
		name: 'guests',
		placeholder: 'e.g. ada@example.com, bo@example.com',
		description: 'Further mail addresses to invite, separated by commas, 5 at most',
		atMost: 5,
	}),
	invitationText: text({
		displayName: 'Invitation Text',
		name: 'invitationText',
		description: 'Description in the invitation, 2,000 characters at most',
		maxLength: 2000,
		rows: 4,
	}),
	invitationTitle: text({
		displayName: 'Invitation Title',
		name: 'invitationTitle',
		placeholder: 'e.g. Site survey',
		description: 'Title of the invitation, 200 characters at most',
		maxLength: 200,
	}),
};

export const additionalFields = collection({
	...label,
	fields: {
		...details,
		answers: labelledValues({
			rows: {
				displayName: 'Answers by Label',
				name: 'answers',
				placeholder: 'Add answer',
				description: 'Answers by their questions, one by one',
			},
			label: {
				displayName: 'Question',
				name: 'label',
				placeholder: 'e.g. Year of construction',
				description: 'Its label, as the booking form shows it',
			},
			value: {
				displayName: 'Answer',
				name: 'value',
				placeholder: 'e.g. 1974',
				description: 'The answer, as text',
			},
			object: answersObject,
		}),
		channel,
		location: text({
			displayName: 'Location',
			name: 'location',
			placeholder: 'e.g. Main Street 5, Oslo',
			description: "One of the type's addresses, for meetings in person",
		}),
	},
});

/** The same without what only few types have, and every form would pay for. */
export const fewAdditionalFields = collection({
	...label,
	fields: { ...details, answers: valuesInObject(answersObject) },
});

/** How the booking is made. */
export const createOptions = {
	attachInvitation,
	hostIds,
	ifAlreadyBooked,
	ignoreAvailability,
	sendReminders: toggle({
		displayName: 'Send Reminders',
		name: 'sendReminders',
		description: 'Whether the attendee is reminded of the meeting',
		default: true,
	}),
	skipNotifications: deliberateToggle({
		displayName: 'Skip Notifications',
		name: 'skipNotifications',
		description: 'Whether to send no mails about it',
	}),
};
