import type { Json } from '../../contract/json.cts';
import type { Contact } from '../records/contacts.cts';
import { text, texts } from '../values.cts';

/** The contacts that the query of a search asks for, in its order. */
export function searched(contacts: Iterable<Contact>, query: Json): Contact[] {
	const term = text(query.searchTerm)?.toLowerCase() ?? '';
	const tags = texts(query.tags);
	const ownerId = text(query.ownerId)?.toLowerCase();
	const matches = [...contacts].filter(
		(contact) =>
			(ownerId === undefined || contact.accountOwnerId?.toLowerCase() === ownerId) &&
			// Whether one of several tags is enough is unpublished.
			(tags.length === 0 || contact.tags.some((tag) => tags.includes(tag))) &&
			(term === '' || mentions(contact, term)),
	);
	return inOrder(matches, query);
}

/** What is searched of a contact, in small letters. Records are replaced, never changed, so it stays true. */
const searchable = new WeakMap<Contact, string>();

function mentions(contact: Contact, term: string): boolean {
	const text = searchable.get(contact) ?? searchableText(contact);
	searchable.set(contact, text);
	return text.includes(term);
}

function searchableText({ firstName, lastName, email, phoneNumber }: Contact): string {
	const name = [firstName, lastName].filter(Boolean).join(' ');
	return [name, email, phoneNumber].filter(Boolean).join('\n').toLowerCase();
}

const SORT_KEYS = ['firstName', 'lastName', 'email', 'createdAt'] as const;

/** By default the newest come first, and whatever else is asked for goes upwards; both are guesses. */
function inOrder(contacts: readonly Contact[], { sortBy, sortOrder }: Json): Contact[] {
	const key = SORT_KEYS.find((known) => known === sortBy);
	const keyed = contacts.map((contact) => ({ contact, key: sortKey(contact[key ?? 'createdAt']) }));
	keyed.sort((a, b) => Number(a.key > b.key) - Number(a.key < b.key));
	const isDown = sortOrder === undefined ? key === undefined : sortOrder === 'DESC';
	const ordered = keyed.map(({ contact }) => contact);
	return isDown ? ordered.reverse() : ordered;
}

/** What is missing comes after all else. */
function sortKey(value: string | null): string {
	return value?.toLowerCase() ?? '\uffff';
}
