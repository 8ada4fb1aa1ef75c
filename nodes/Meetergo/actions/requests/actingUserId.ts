import type { User } from '../../api/users';
import { ifReadable } from '../../transport/ifReadable';
import { v4 } from '../../transport/path';
import type { ApiClient } from '../../transport/types';

/** In whose name meetergo is called, asked once per run; `undefined` where a limited token may not ask. */
export async function actingUserId(api: ApiClient): Promise<string | undefined> {
	return await api.perRun('me', async () => {
		const me = await ifReadable(async () => await api.get<User>(v4`/user/me`), api);
		return me?.id;
	});
}
