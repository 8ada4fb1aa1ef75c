import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { users } from '../api/listings';
import { fullNameOf } from '../api/people';
import type { User } from '../api/records';
import { dropdownClient, matches } from './dropdown';

function nameOf(user: User): string {
	const name = fullNameOf(user);
	if (name === null) return user.email ?? user.id;
	return user.email === undefined ? name : `${name} (${user.email})`;
}

async function namedUsers(context: ILoadOptionsFunctions, filter?: string) {
	const api = await dropdownClient(context);
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
	return { results: await namedUsers(this, filter) };
}

/** Users as options of a field that takes several. */
export async function getHosts(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await namedUsers(this);
}
