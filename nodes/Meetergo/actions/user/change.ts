import type { IDataObject } from 'n8n-workflow';
import { type User, users } from '../../api/users';
import { v4 } from '../../transport/path';
import type { ApiClient } from '../../transport/types';
import { attempt } from '../requests/attempt';
import { recordIn } from '../requests/recordIn';

/** Changes a user, and gives the user as it is then: the answer to a write may be empty. */
export async function changeUser(id: string, body: IDataObject, api: ApiClient): Promise<User> {
	const answer = await api.change('PATCH', v4`/user/${id}`, { body });
	return recordIn<User>(answer, 'id') ?? (await asChanged(id, body, api));
}

/** A user after a change whose answer was empty. Whoever may not list users is told what was set. */
async function asChanged(id: string, sent: IDataObject, api: ApiClient): Promise<User> {
	const reading = await attempt(async () => {
		for await (const user of api.list(users)) if (user.id === id) return user;
		return undefined;
	});
	return ('value' in reading ? reading.value : undefined) ?? { id, ...sent };
}
