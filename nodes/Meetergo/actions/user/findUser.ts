import { type User, users } from '../../api/users';
import type { PersonReference } from '../../fields/locator';
import { failureOf } from '../../transport/failures';
import type { ApiClient } from '../../transport/types';
import { Known } from '../requests/known';

/** Told with meetergo's refusal to list users. */
export const whoMayList =
	'Only admins may list the users of a company; with a platform key, act as an admin.';

/** Told with meetergo's refusal to change users. */
export const whoMayManage = 'Only admins may change other users; act as an admin.';

/** Whether a user has a mail address, which the API keeps in the case in which it was given. */
export function hasEmail({ email }: Partial<User>, wanted: string): boolean {
	return email?.toLowerCase() === wanted.toLowerCase();
}

/**
 * The user a locator points at, from the list of users: no way to ask for a single one is known. The list is read once
 * per run, however many items name users; neither id nor mail address of a user ever changes.
 */
export async function findUser(reference: PersonReference, api: ApiClient): Promise<User> {
	const { records } = await Known.in(users, api);
	const found = records.find((user) =>
		'id' in reference ? user.id === reference.id : hasEmail(user, reference.email),
	);
	return (
		found ??
		api.fail(
			failureOf('notFound', {
				advice: `No user of this company has the ${'id' in reference ? `ID ${reference.id}` : `mail address ${reference.email}`}.`,
			}),
		)
	);
}

/** The id behind a locator; only a mail address needs the list. */
export async function userIdOf(reference: PersonReference, api: ApiClient): Promise<string> {
	return 'id' in reference ? reference.id : (await findUser(reference, api)).id;
}
