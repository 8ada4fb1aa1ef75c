import { meetingTypes } from '../../api/meetingTypes';
import { paging } from '../../fields/paging';
import { perItem } from '../perItem';
import { meetingTypeColumns, moreOfMeetingType } from './meetingType.columns';

export const getAll = perItem({
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Get the meeting types of the user',
		action: 'Get many meeting types',
	},
	actingUser: 'required',
	effect: 'read',
	fields: { limit: paging },
	run: ({ limit }, api) => api.list(meetingTypes, {}, limit),
	simplify: meetingTypeColumns,
	more: moreOfMeetingType,
});
