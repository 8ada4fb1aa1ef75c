import { locatorWithUrl } from '../../fields/locator';
import { slug } from '../../fields/naming';

/** The meeting type an operation is about. */
export const meetingTypeId = locatorWithUrl({
	label: {
		displayName: 'Meeting Type',
		name: 'meetingTypeId',
		description: 'The kind of meeting',
	},
	noun: 'meeting type',
	search: 'searchMeetingTypes',
	exampleUrl: 'https://cal.meetergo.com/lena/site-survey',
});

const slugLabel = {
	displayName: 'Slug',
	name: 'slug',
	placeholder: 'e.g. site-survey',
	atLeast: 1,
};

/** The last part of the booking address. */
export const typeSlug = slug({
	...slugLabel,
	description: 'Its part of the booking address',
});

/** The same among the settings, where it decides which type an upsert is about. */
export const decidingSlug = slug({
	...slugLabel,
	description:
		'Its part of the booking address, which tells types apart before the name does; changing it breaks the old address',
});
