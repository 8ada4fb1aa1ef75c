import { toggle } from '../../fields/basic';
import { v4 } from '../../transport/path';
import { deleted, deletion } from '../output/deleted';
import { perItem } from '../perItem';
import { switchedOn } from '../requests/switchedOn';
import { meetingTypeIdOf } from './findMeetingType';
import { meetingTypeId } from './meetingType.fields';

export const deleteOne = perItem({
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Delete a meeting type: its page takes no more bookings, those made before stay',
		action: 'Delete a meeting type and close its booking page',
	},
	actingUser: 'required',
	effect: 'destroy',
	fields: { meetingTypeId },
	options: {
		deleteAvailability: toggle({
			displayName: 'Delete Schedule Too',
			name: 'deleteAvailability',
			description:
				'Whether to delete its schedule as well; not possible if it is in use elsewhere or the last one',
		}),
	},
	async run({ meetingTypeId: reference, options }, api) {
		const id = await meetingTypeIdOf(reference, api);
		const query = { deleteAvailability: switchedOn(options.deleteAvailability) };
		await api.change('DELETE', v4`/meeting-type/${id}`, { query });
		return deleted(id);
	},
	gives: deletion,
});
