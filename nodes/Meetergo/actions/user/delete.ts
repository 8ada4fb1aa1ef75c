import { v4 } from '../../transport/path';
import { deleted, deletion } from '../output/deleted';
import { perItem } from '../perItem';
import { userIdOf, whoMayManage } from './findUser';
import { userId } from './user.fields';

export const deleteOne = perItem({
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Delete a user; meetergo does not say what becomes of the bookings',
		action: 'Delete a user whose bookings may go too',
	},
	actingUser: 'optional',
	onlyWith: 'platformApiKey',
	effect: 'destroy',
	whoMay: whoMayManage,
	fields: { userId },
	async run(item, api) {
		const id = await userIdOf(item.userId, api);
		await api.change('DELETE', v4`/user/${id}`);
		return deleted(id);
	},
	gives: deletion,
});
