import { type User, users } from '../../api/users';
import { ifReadable } from '../../transport/ifReadable';
import { inputFailure } from '../../transport/nodeErrors';
import type { ApiClient } from '../../transport/types';
import { Known } from '../requests/known';
import { perItem } from '../perItem';
import { inTurn } from '../requests/inTurn';
import { told } from '../output/told';
import { newUserFields } from './create.fields';
import { hasEmail } from './findUser';
import { makeUser } from './makeUser';
import { newUserColumns } from './user.columns';

export const create = perItem({
	option: {
		name: 'Create',
		value: 'create',
		description:
			'Create a user with a schedule and a first meeting type, which can be booked at once',
		action: 'Create a user with a schedule and a meeting type',
	},
	actingUser: 'optional',
	onlyWith: 'platformApiKey',
	effect: 'change',
	fields: newUserFields,
	async run(item, api) {
		return await inTurn(`user ${item.email.toLowerCase()}`, api, async () => {
			const known = await usersBefore(api);
			if (known?.records.some((user) => hasEmail(user, item.email))) {
				api.fail(inputFailure('Email', `a user with the address ${item.email} exists already`));
			}
			const { record, recovered } = await makeUser(item, known, api);
			return told(record, { recovered });
		});
	},
	simplify: newUserColumns,
});

/**
 * The users that were there before the run; `undefined` where the acting user may not list them: creating a user takes
 * nobody to act as.
 */
async function usersBefore(api: ApiClient): Promise<Known<User> | undefined> {
	return await api.perRun(
		'users before',
		async () => await ifReadable(() => Known.in(users, api), api),
	);
}
