import { type ContactRecord, contactIn, contacts } from '../../api/contacts';
import type { PersonReference } from '../../fields/locator';
import { failureOf } from '../../transport/failures';
import { root } from '../../transport/path';
import type { ApiClient, Failure } from '../../transport/types';

/** What a contact is found by: its mail address in lower case, or its id. */
export function keyOf(reference: PersonReference): string {
	return 'id' in reference ? reference.id : reference.email.toLowerCase();
}

const LARGEST_PAGE = 100;

/** Asking for so few one by one is cheaper than asking how many contacts there are. */
const FEW = 2;

/**
 * Looks up contacts by mail address or id: one by one, or, where that takes fewer requests, by reading the whole list, of
 * which only what was asked for is kept. Where several contacts share a mail address, the oldest is the one, and a hint says so.
 */
export async function findContacts(
	keys: Iterable<string>,
	api: ApiClient,
): Promise<ReadonlyMap<string, ContactRecord>> {
	const wanted = new Set(keys);
	const found = new Map<string, ContactRecord>();
	const shared = new Set<string>();
	for await (const contact of candidates(wanted, api)) {
		for (const key of [contact.id, contact.email?.toLowerCase()]) {
			if (key === undefined || !wanted.has(key)) continue;
			if (found.has(key)) shared.add(key);
			else found.set(key, contact);
		}
	}
	if (shared.size > 0) {
		api.hint(
			`Several contacts share a mail address; of each the oldest was taken: ${[...shared].join(', ')}.`,
		);
	}
	return found;
}

const OLDEST_FIRST = { sortBy: 'createdAt', sortOrder: 'ASC' };

/** Contacts among which are all that are wanted. */
async function* candidates(
	wanted: ReadonlySet<string>,
	api: ApiClient,
): AsyncIterable<ContactRecord> {
	if (wanted.size > FEW && wanted.size > (await pageCount(api))) {
		yield* api.list(contacts, OLDEST_FIRST);
	} else {
		for (const key of wanted) yield* matching(key, api);
	}
}

async function pageCount(api: ApiClient): Promise<number> {
	const keys = contacts.first(1);
	const page = contacts.read(await api.get(contacts.path, keys), keys);
	return Math.ceil((page?.total ?? Infinity) / LARGEST_PAGE);
}

async function* matching(key: string, api: ApiClient): AsyncIterable<ContactRecord> {
	if (key.includes('@')) {
		yield* api.list(contacts, { searchTerm: key, ...OLDEST_FIRST });
		return;
	}
	const contact = contactIn(await api.find(root`/crm/details`, { contactId: key }));
	if (contact !== undefined) yield contact;
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

/** Nobody is where a locator points. */
export function noContact(reference: PersonReference): Failure {
	const what = 'id' in reference ? `ID ${reference.id}` : `mail address ${reference.email}`;
	return failureOf('notFound', { advice: `No contact of this company has the ${what}.` });
}
