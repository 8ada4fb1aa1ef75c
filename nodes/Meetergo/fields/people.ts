import { choice } from './basic';
import { type Field, shownWhere } from './field';
import { optionalLocator } from './locator';
import { severalIds } from './severalIds';

/** Platform keys only: the user in whose name the API acts; empty leaves it to the credential. */
export const actingUser = optionalLocator({
	label: {
		displayName: 'Act As User',
		name: 'actingUser',
		description:
			'User in whose name meetergo is called. Empty means the default user of the credential.',
	},
	noun: 'user',
	search: 'searchActingUsers',
});

/** Why *Act As User* must not be empty where the credential names nobody either. */
export const NEEDS_USER =
	'choose a user, or set Act As User ID in the credential: with a platform key this operation works in the name of one user';

/** Hosts by name from a list, or by id from an expression. */
export const hostIds = severalIds({
	displayName: 'Host Names or IDs',
	name: 'hostIds',
	noun: 'user',
	loadOptionsMethod: 'getHosts',
});

const whose = choice({
	displayName: 'Hosts',
	name: 'hosts',
	description: 'Whose bookings to return. Only admins may read those of others.',
	options: [
		{ name: 'Chosen', value: 'chosen', description: 'The hosts chosen below, one after the other' },
		{
			name: 'Everyone',
			value: 'everyone',
			description: 'Every host of the company, one after the other',
		},
		{ name: 'Me', value: 'me', description: 'The owner of the token, or the user acted as' },
	],
	default: 'me',
});

/** Whose bookings a list shows. */
export type Hosts = 'me' | 'everyone' | { readonly ids: readonly string[] };

export const hosts: Field<Hosts> = {
	properties: [
		...whose.properties,
		...shownWhere(hostIds, { show: { hosts: ['chosen'] } }).properties,
	],
	read(form) {
		const choice = whose.read(form);
		if (choice !== 'chosen') return choice;
		const ids = hostIds.read(form);
		return ids.length > 0
			? { ids }
			: form.refuse('Host Names or IDs', 'choose at least one host, or set Hosts to Me');
	},
};
