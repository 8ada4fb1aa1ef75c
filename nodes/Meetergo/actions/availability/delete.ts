import { v4 } from '../../transport/path';
import { deleted, deletion } from '../output/deleted';
import { perItem } from '../perItem';
import { scheduleId } from './availability.fields';

export const deleteOne = perItem({
	option: {
		name: 'Delete',
		value: 'delete',
		description:
			'Delete a schedule, if your meetergo plan offers it; one that is in use, or the last one, stays',
		action: 'Delete a schedule that nothing uses',
	},
	actingUser: 'required',
	effect: 'destroy',
	fields: { scheduleId },
	async run({ scheduleId: id }, api) {
		await api.change('DELETE', v4`/availability/${id}`);
		return deleted(id);
	},
	gives: deletion,
});
