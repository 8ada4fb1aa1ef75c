import { users } from '../../api/users';
import type { Hosts } from '../../fields/people';
import type { ApiClient } from '../../transport/types';

/** What to tell those whom meetergo does not let read the lists of others. */
export const WHO_MAY_READ =
	'Only admins may read the bookings of others, and a limited token may not list the users; with a platform key, act as an admin.';

/** Whose lists to read; `undefined` is the acting user, whose own list needs no admin. */
export async function* listsOf(whose: Hosts, api: ApiClient): AsyncIterable<string | undefined> {
	if (whose === 'me') yield undefined;
	else if (whose === 'everyone') for await (const { id } of api.list(users)) yield id;
	else yield* whose.ids;
}
