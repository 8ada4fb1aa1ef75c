import { users } from '../../api/users';
import { choice } from '../../fields/basic';
import { filterFields } from '../../fields/collection';
import { paging } from '../../fields/paging';
import { perItem } from '../perItem';
import { whoMayList } from './findUser';
import { moreOfUser, userColumns } from './user.columns';

export const getAll = perItem({
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Get the users of the company; for admins only',
		action: 'Get many users',
	},
	actingUser: 'optional',
	effect: 'read',
	whoMay: whoMayList,
	fields: {
		limit: paging,
		filters: filterFields({
			userType: choice({
				displayName: 'User Type',
				name: 'userType',
				description: 'Only users of this type',
				options: [
					{ name: 'API Platform', value: 'api-platform' },
					{ name: 'Partner', value: 'partner' },
					{ name: 'Resource', value: 'resource' },
					{ name: 'Standard', value: 'standard' },
				],
				default: 'standard',
			}),
		}),
	},
	run: ({ limit, filters }, api) => api.list(users, { ...filters }, limit),
	simplify: userColumns,
	more: moreOfUser,
});
