import type { IDataObject } from 'n8n-workflow';
import { type ContactRecord, contactIn, contacts } from '../../api/contacts';
import { failureOf } from '../../transport/failures';
import { root } from '../../transport/path';
import type { ApiClient, Failure, Once } from '../../transport/types';
import { attempt } from '../requests/attempt';
import { tellNotKept } from '../requests/notKept';
import { told, type Told } from '../output/told';
import { aimed, changed, missingIn } from './body';
import { isSameEmail, isSamePhone } from './sameReach';

/** What creation does not know, and a change does. */
const UNKNOWN_TO_CREATION: ReadonlySet<string> = new Set([
	'language',
	'title',
	'employer',
	'seniority',
	'function',
	'location',
]);

/**
 * Makes a contact. What meetergo cannot take at creation follows in a second request; a contact that exists is worth
 * more than an error, so a failure of that request is told beside it.
 * @param before the contacts that have the same mail address or phone number already
 */
export async function makeContact(
	sent: IDataObject,
	before: readonly ContactRecord[],
	api: ApiClient,
): Promise<Told<ContactRecord>> {
	const first = part(sent, (name) => !UNKNOWN_TO_CREATION.has(name));
	const making = await attempt(() => api.once(root`/crm`, first, newContact(sent, before)));
	if ('failure' in making) return api.fail(namingEmail(making.failure));
	const { record, recovered } = making.value;
	const contact = await completeContact(record, sent, api);
	return told(contact, {
		change: 'created',
		recovered,
		notKept: tellNotKept(aimed(sent, contact), contact, api),
	});
}

async function completeContact(
	contact: ContactRecord,
	sent: IDataObject,
	api: ApiClient,
): Promise<ContactRecord> {
	const missing = missingIn(contact, sent).filter((name) => UNKNOWN_TO_CREATION.has(name));
	if (missing.length === 0) return contact;
	const rest = part(sent, (name) => missing.includes(name));
	const following = await attempt(() => changeContact(contact, rest, api));
	if ('value' in following) return following.value;
	const { message, description } = following.failure;
	const who = String(sent.email ?? sent.phoneNumber);
	api.hint(`${who} was created, but not all of it could be set: ${message}. ${description}`);
	return contact;
}

function part(body: IDataObject, isWanted: (name: string) => boolean): IDataObject {
	return Object.fromEntries(Object.entries(body).filter(([name]) => isWanted(name)));
}

/** Changes a contact, and gives it as it is then: meetergo answers with nothing. */
export async function changeContact(
	contact: ContactRecord,
	change: IDataObject,
	api: ApiClient,
): Promise<ContactRecord> {
	const answer = await api.change('PATCH', root`/crm/${contact.id}`, { body: change });
	return contactIn(answer) ?? changed(contact, change);
}

/** Says of a refused mail address which field of the form it is. */
export function namingEmail(failure: Failure): Failure {
	return failure.fields.some(({ field }) => field === 'email')
		? { ...failure, parameter: 'Email', message: `Email: ${failure.message}` }
		: failure;
}

/** A contact of that address or number which was not there before is the one that was made. */
function newContact(sent: IDataObject, before: readonly ContactRecord[]): Once<ContactRecord> {
	return {
		proof: 'lookUp',
		// A phone number may have been stored in another way than the search would find.
		complete: sent.email !== undefined,
		read: contactIn,
		async find(api) {
			const [made, ...others] = (await contactsLike(sent, api)).filter(
				({ id }) => !before.some((known) => known.id === id),
			);
			return others.length === 0
				? made
				: api.fail(failureOf('conflict', { advice: 'Several new contacts look like this one.' }));
		},
		howToCheck:
			'Look for it with Contact > Get Many, by its mail address or phone number, before you create it again.',
	};
}

/** The contacts that have the mail address of a body, or, where it has none, its phone number. */
export async function contactsLike(
	{ email, phoneNumber }: IDataObject,
	api: ApiClient,
): Promise<readonly ContactRecord[]> {
	const found: ContactRecord[] = [];
	for await (const contact of api.list(contacts, { searchTerm: email ?? phoneNumber })) {
		const isLike =
			email === undefined
				? isSamePhone(contact.phoneNumber, phoneNumber)
				: isSameEmail(contact.email, email);
		if (isLike) found.push(contact);
	}
	return found;
}
