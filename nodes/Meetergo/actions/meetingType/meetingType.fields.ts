import { locatorWithUrl } from '../../fields/locator';

/** The meeting type an operation is about. */
export const meetingTypeId = locatorWithUrl({
	label: {
		displayName: 'Meeting Type',
		name: 'meetingTypeId',
		description: 'The kind of meeting, as set up in meetergo',
	},
	noun: 'meeting type',
	search: 'searchMeetingTypes',
	exampleUrl: 'https://cal.meetergo.com/lena-okafor/site-survey',
});
