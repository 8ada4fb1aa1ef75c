import type { User } from '../../api/users';
import { v4 } from '../../transport/path';
import { perItem } from '../perItem';
import { moreOfUser, userColumns } from './user.columns';

export const getMe = perItem({
	option: {
		name: 'Get Me',
		value: 'getMe',
		description: 'Get the user the credential belongs to or acts as',
		action: 'Get the current user',
	},
	actingUser: 'optional',
	effect: 'read',
	fields: {},
	run: async (_item, api) => await api.get<User>(v4`/user/me`),
	simplify: userColumns,
	more: moreOfUser,
});
