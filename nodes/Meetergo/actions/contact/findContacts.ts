import type { IDataObject } from 'n8n-workflow';
import { type ContactRecord, contactIn, contacts } from '../../api/contacts';
import type { PersonReference } from '../../fields/locator';
import { failureOf } from '../../transport/failures';
import { inputFailure } from '../../transport/nodeErrors';
import { root } from '../../transport/path';
import type { ApiClient, Failure } from '../../transport/types';
import { CONTACT } from './contact.fields';
import { blamedOn } from './fieldNames';
import { isSamePhone } from '../requests/sameReach';

/** What a contact is found by: its mail address in lower case, or its id. */
export function keyOf(reference: PersonReference): string {
	return 'id' in reference ? reference.id : reference.email.toLowerCase();
}

/** Contacts by what they were looked for; the oldest first, as one mail address may have several. */
export type Matches = ReadonlyMap<string, readonly ContactRecord[]>;

const LARGEST_PAGE = 100;

/** Asking for so few one by one is cheaper than asking how many contacts there are. */
const FEW = 2;

const OLDEST_FIRST = { sortBy: 'createdAt', sortOrder: 'ASC' };

/**
 * Looks up contacts by mail address or id: one by one, or, where that takes fewer requests, by reading the whole list, of
 * which only what was asked for is kept.
 */
export async function findMatches(keys: Iterable<string>, api: ApiClient): Promise<Matches> {
	const wanted = new Set(keys);
	const matches = new Map<string, ContactRecord[]>();
	for await (const contact of candidates(wanted, api)) {
		for (const key of [contact.id, contact.email?.toLowerCase()]) {
			if (key === undefined || !wanted.has(key)) continue;
			const known = matches.get(key) ?? [];
			// Looked for by two keys, one contact comes twice.
			if (known.some(({ id }) => id === contact.id)) continue;
			matches.set(key, [...known, contact]);
		}
	}
	return matches;
}

/** The same, with one contact for each key. Where several share a mail address, the oldest is the one, and a hint says so. */
export async function findContacts(
	keys: Iterable<string>,
	api: ApiClient,
): Promise<ReadonlyMap<string, ContactRecord>> {
	const found = new Map<string, ContactRecord>();
	const shared: string[] = [];
	for (const [key, [oldest, ...others]] of await findMatches(keys, api)) {
		if (oldest !== undefined) found.set(key, oldest);
		if (others.length > 0) shared.push(key);
	}
	if (shared.length > 0) {
		api.hint(
			`Several contacts share a mail address; of each the oldest was taken: ${shared.join(', ')}.`,
		);
	}
	return found;
}

/** Contacts among which are all that are wanted. */
async function* candidates(
	wanted: ReadonlySet<string>,
	api: ApiClient,
): AsyncIterable<ContactRecord> {
	if (wanted.size > FEW && wanted.size > (await pageCount(api))) {
		yield* api.list(contacts, OLDEST_FIRST);
	} else {
		for (const key of wanted) yield* candidatesFor(key, api);
	}
}

async function pageCount(api: ApiClient): Promise<number> {
	const keys = contacts.first(1);
	const page = contacts.read(await api.get(contacts.path, keys), keys);
	return Math.ceil((page?.total ?? Infinity) / LARGEST_PAGE);
}

async function* candidatesFor(key: string, api: ApiClient): AsyncIterable<ContactRecord> {
	if (key.includes('@')) {
		yield* search(key, api);
		return;
	}
	const contact = contactIn(await api.find(root`/crm/details`, { contactId: key }));
	if (contact !== undefined) yield contact;
}

/** What meetergo finds by a part of a name, mail address or phone number. */
function search(searchTerm: unknown, api: ApiClient): AsyncIterable<ContactRecord> {
	return api.list(contacts, { searchTerm: String(searchTerm), ...OLDEST_FIRST });
}

/** The contacts that have the mail address of a body, or, where it has none, its phone number. */
export async function contactsLike(
	{ email, phoneNumber }: IDataObject,
	api: ApiClient,
): Promise<readonly ContactRecord[]> {
	if (typeof email === 'string') {
		const key = email.toLowerCase();
		return (await findMatches([key], api)).get(key) ?? [];
	}
	const found: ContactRecord[] = [];
	for await (const contact of search(phoneNumber, api)) {
		if (isSamePhone(contact.phoneNumber, phoneNumber)) found.push(contact);
	}
	return found;
}

/** The contact a locator points at, with its meetings. */
export async function findContact(
	reference: PersonReference,
	api: ApiClient,
): Promise<ContactRecord> {
	const key = keyOf(reference);
	return (await findContacts([key], api)).get(key) ?? api.fail(noContact(reference));
}

/** The id behind a locator; only a mail address has to be looked up. */
export async function contactIdOf(reference: PersonReference, api: ApiClient): Promise<string> {
	return 'id' in reference ? reference.id : (await findContact(reference, api)).id;
}

/** The one contact a locator points at: what cannot be undone must not be done to one of several. */
export function onlyMatch(
	reference: PersonReference,
	matches: Matches,
): { readonly contact: ContactRecord } | { readonly failure: Failure } {
	const [contact, ...others] = matches.get(keyOf(reference)) ?? [];
	if (contact === undefined) return { failure: noContact(reference) };
	if (others.length === 0) return { contact };
	const ids = [contact, ...others].map(({ id }) => id).join(', ');
	const reason = `several contacts have the ${nameOf(reference)}: ${ids}. Choose one of them by its ID`;
	return { failure: inputFailure(CONTACT, reason) };
}

function noContact(reference: PersonReference): Failure {
	const advice = `No contact of this company has the ${nameOf(reference)}.`;
	return blamedOn(CONTACT, failureOf('notFound', { advice }));
}

function nameOf(reference: PersonReference): string {
	return 'id' in reference ? `ID ${reference.id}` : `mail address ${reference.email}`;
}
