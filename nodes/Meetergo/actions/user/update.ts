import type { IDataObject } from 'n8n-workflow';
import { users } from '../../api/listings';
import type { User } from '../../api/records';
import { updateFields } from '../../fields/collection';
import { v4 } from '../../transport/path';
import type { ApiClient } from '../../transport/types';
import { attempt } from '../attempt';
import { tellNotKept } from '../notKept';
import { perItem } from '../perItem';
import { recordIn } from '../recordIn';
import { told } from '../told';
import { userIdOf, whoMayManage } from './findUser';
import { newFamilyName, newGivenName, userId, userSlug } from './user.fields';
import { simplifyUser } from './user.simplify';

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
		const answer = await api.change('PATCH', v4`/user/${id}`, { body: sent });
		const user = recordIn<User>(answer, 'id') ?? (await asChanged(id, sent, api));
		return told(user, { notKept: tellNotKept(sent, user, api) });
	},
	simplify: simplifyUser,
});

/** A user after a change whose answer was empty. Whoever may not list users is told what was set. */
async function asChanged(id: string, sent: IDataObject, api: ApiClient): Promise<User> {
	const reading = await attempt(async () => {
		for await (const user of api.list(users)) if (user.id === id) return user;
		return undefined;
	});
	return ('value' in reading ? reading.value : undefined) ?? { id, ...sent };
}
