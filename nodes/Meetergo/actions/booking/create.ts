import { start, timezone } from '../../fields/time';
import { findMeetingType } from '../meetingType/findMeetingType';
import { meetingTypeId } from '../meetingType/meetingType.fields';
import { perItem } from '../perItem';
import { book, bookedColumns, moreOfBooked, wishes } from './book';
import { createOptions } from './create.fields';

export const create = perItem({
	option: {
		name: 'Create',
		value: 'create',
		description:
			'Book a time that Get Slots offers; the invitation is mailed, and the data policy accepted for the attendee',
		action: 'Book a meeting and mail the invitation with the data policy accepted',
	},
	actingUser: 'required',
	effect: 'change',
	fields: { meetingTypeId, start, timezone, ...wishes },
	options: createOptions,
	run: async (item, api) =>
		await book(await findMeetingType(item.meetingTypeId, api), item.start, item, api),
	simplify: bookedColumns,
	more: moreOfBooked,
});
