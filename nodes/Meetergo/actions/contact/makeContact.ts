import type { IDataObject } from 'n8n-workflow';
import { type ContactRecord, contactIn } from '../../api/contacts';
import { failureOf } from '../../transport/failures';
import { root } from '../../transport/path';
import type { ApiClient, Once } from '../../transport/types';
import { told, type Told } from '../output/told';
import { attempt } from '../requests/attempt';
import { tellNotKept } from '../requests/notKept';
import { only, without } from '../requests/onlySet';
import { asShown, changeFor } from './body';
import { changeContact } from './changeContact';
import { namingField } from './fieldNames';
import { contactsLike } from './findContacts';

/** What creation does not know, and a change does. */
const UNKNOWN_TO_CREATION = ['language', 'title', 'employer', 'seniority', 'function', 'location'];

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
	const first = without(sent, ...UNKNOWN_TO_CREATION);
	const making = await attempt(() => api.once(root`/crm`, first, newContact(sent, before)));
	if ('failure' in making) return api.fail(namingField(making.failure));
	const { record, recovered } = making.value;
	const contact = await completeContact(record, sent, api);
	return told(contact, {
		change: 'created',
		recovered,
		notKept: tellNotKept(asShown(contact, sent), contact, api),
	});
}

async function completeContact(
	contact: ContactRecord,
	sent: IDataObject,
	api: ApiClient,
): Promise<ContactRecord> {
	const rest = changeFor(contact, only(sent, ...UNKNOWN_TO_CREATION));
	if (Object.keys(rest).length === 0) return contact;
	const following = await attempt(() => changeContact(contact, rest, api));
	if ('value' in following) return following.value;
	const { message, description } = following.failure;
	const who = String(sent.email ?? sent.phoneNumber);
	api.hint(`${who} was created, but not all of it could be set: ${message}. ${description}`);
	return contact;
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
