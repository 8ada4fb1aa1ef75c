import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { type User, users } from '../api/users';
import { fullNameOf } from '../api/people';
import type { ApiClient } from '../transport/types';
import { dropdownClient, matches } from './dropdown';

function nameOf(user: User): string {
	const name = fullNameOf(user);
	if (name === null) return user.email ?? user.id;
	return user.email === undefined ? name : `${name} (${user.email})`;
}

async function namedUsers(api: ApiClient, filter?: string) {
	const found: Array<{ name: string; value: string }> = [];
	// The API cannot search users, so the whole list is read: 100 users a request.
	for await (const user of api.list(users)) {
		if (matches(filter, nameOf(user), user.slug))
			found.push({ name: nameOf(user), value: user.id });
	}
	return found.sort((a, b) => a.name.localeCompare(b.name));
}

/** Users by name or mail address. */
export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return { results: await namedUsers(await dropdownClient(this), filter) };
}

/** Users to act as, listed by the default user of the credential: whoever is chosen already may not list users. */
export async function searchActingUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return { results: await namedUsers(await dropdownClient(this, 'defaultUser'), filter) };
}

/** Users as options of a field that takes several. */
export async function getHosts(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await namedUsers(await dropdownClient(this));
}
