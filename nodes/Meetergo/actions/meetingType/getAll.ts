import { meetingTypes } from '../../api/listings';
import { paging } from '../../fields/paging';
import { perItem } from '../perItem';
import { simplifyMeetingType } from './meetingType.simplify';

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
	simplify: simplifyMeetingType,
});
