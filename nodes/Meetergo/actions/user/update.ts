import { updateFields } from '../../fields/collection';
import { tellNotKept } from '../requests/notKept';
import { perItem } from '../perItem';
import { told } from '../output/told';
import { changeUser } from './change';
import { userIdOf, whoMayManage } from './findUser';
import { userColumns } from './user.columns';
import { newFamilyName, newGivenName, userId, userSlug } from './user.fields';

export const update = perItem({
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change the name or slug of a user; the mail address cannot be changed',
		action: 'Update a user where a new slug breaks the old addresses',
	},
	actingUser: 'optional',
	onlyWith: 'platformApiKey',
	effect: 'change',
	whoMay: whoMayManage,
	fields: {
		userId,
		updateFields: updateFields({
			givenName: newGivenName,
			familyName: newFamilyName,
			slug: userSlug,
		}),
	},
	async run({ userId: reference, updateFields: given }, api) {
		const id = await userIdOf(reference, api);
		const sent = { ...given };
		const user = await changeUser(id, sent, api);
		return told(user, { notKept: tellNotKept(sent, user, api) });
	},
	simplify: userColumns,
});
