import { meetingTypes } from '../../api/meetingTypes';
import { changes } from '../../fields/collection';
import { Known } from '../requests/known';
import { tellNotKept } from '../requests/notKept';
import { perItem } from '../perItem';
import { told } from '../output/told';
import { meetingTypeBody, writable } from './body';
import { changeMeetingType } from './change';
import { meetingTypeIdOf } from './findMeetingType';
import { meetingTypeColumns } from './meetingType.columns';
import { meetingTypeId } from './meetingType.fields';
import { settingsLabel } from './settings.fields';

export const update = perItem({
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change a meeting type; what is not added stays as it is',
		action: 'Update a meeting type where a new slug breaks the old address',
	},
	actingUser: 'required',
	effect: 'change',
	fields: { meetingTypeId, settings: changes({ ...settingsLabel, fields: writable }) },
	async run({ meetingTypeId: reference, settings: given }, api) {
		const id = await meetingTypeIdOf(reference, api);
		// With the slug the address changes, by which later items may name it.
		const known = given.slug === undefined ? undefined : await Known.in(meetingTypes, api);
		const sent = meetingTypeBody(given);
		const type = await changeMeetingType(id, sent, api);
		known?.add(type);
		return told(type, { notKept: tellNotKept(sent, type, api) });
	},
	simplify: meetingTypeColumns,
});
