import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { type ContactRecord, contacts } from '../api/contacts';
import { dropdownClient, onePage } from './dropdown';

function nameOf({ firstName, lastName, email, phoneNumber, id }: ContactRecord): string {
	const name = [firstName, lastName].filter(Boolean).join(' ');
	const reach = email ?? phoneNumber ?? id;
	return name === '' ? reach : `${name} (${reach})`;
}

/** Contacts, a page at a time: those added last, or what meetergo finds for the search text. */
export async function searchContacts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const api = await dropdownClient(this);
	const searchTerm = filter?.trim() || undefined;
	const query =
		searchTerm === undefined
			? { sortBy: 'createdAt', sortOrder: 'DESC' }
			: { searchTerm, sortBy: 'lastName', sortOrder: 'ASC' };
	const { records, next } = await onePage(api, contacts, query, paginationToken);
	const results = records.map((contact) => ({ name: nameOf(contact), value: contact.id }));
	return { results, paginationToken: next };
}
