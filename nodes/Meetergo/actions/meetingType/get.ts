import { perItem } from '../perItem';
import { findMeetingType } from './findMeetingType';
import { meetingTypeColumns, moreOfMeetingType } from './meetingType.columns';
import { meetingTypeId } from './meetingType.fields';

export const get = perItem({
	option: {
		name: 'Get',
		value: 'get',
		description: 'Get a meeting type',
		action: 'Get a meeting type',
	},
	actingUser: 'required',
	effect: 'read',
	fields: { meetingTypeId },
	run: async (item, api) => await findMeetingType(item.meetingTypeId, api),
	simplify: meetingTypeColumns,
	more: moreOfMeetingType,
});
