import { perItem } from '../perItem';
import { findUser, whoMayList } from './findUser';
import { moreOfUser, userColumns } from './user.columns';
import { userId } from './user.fields';

export const get = perItem({
	option: {
		name: 'Get',
		value: 'get',
		description: 'Get a user of the company; for admins only',
		action: 'Get a user',
	},
	actingUser: 'optional',
	effect: 'read',
	whoMay: whoMayList,
	fields: { userId },
	run: async (item, api) => await findUser(item.userId, api),
	simplify: userColumns,
	more: moreOfUser,
});
