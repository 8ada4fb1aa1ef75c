import type { IDataObject } from 'n8n-workflow';
import type { ContactRecord } from '../../api/contacts';
import { collection } from '../../fields/collection';
import { preview } from '../../fields/preview';
import { timezone } from '../../fields/time';
import type { ApiClient } from '../../transport/types';
import { attempt } from '../requests/attempt';
import { perBatch } from '../perBatch';
import { tellNotKept } from '../requests/notKept';
import { told, type Told } from '../output/told';
import { aimed, changed, contactBody, differences } from './body';
import { contactColumns, moreOfContact } from './contact.columns';
import { contactEmail, contactFields, contactFieldsLabel } from './contact.fields';
import { namedCustomFields } from './customFields';
import { findContacts, keyOf } from './findContacts';
import { changeContact, contactsLike, makeContact } from './makeContact';

export const upsert = perBatch({
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update a contact by its mail address',
	},
	actingUser: 'optional',
	effect: 'change',
	fields: {
		email: contactEmail,
		more: collection({ ...contactFieldsLabel, fields: contactFields }),
	},
	options: { preview, timezone },
	async *run(items, api) {
		// What this run makes or changes replaces what was there: two items may be about one person.
		const known = new Map(
			await findContacts(
				items.map(({ item }) => keyOf(item)),
				api,
			),
		);
		for (const { index, item } of items) {
			const { email, more, options } = item;
			const key = keyOf(item);
			const doing = await attempt(async () => {
				const customFields = await namedCustomFields(more.customFields, api);
				const wanted = contactBody({ ...more, email, customFields });
				return options.preview === true
					? foreseen(wanted, known.get(key))
					: await brought(wanted, known.get(key), api);
			});
			if ('failure' in doing) yield { index, failure: doing.failure };
			else {
				known.set(key, doing.value.record);
				yield { index, record: doing.value };
			}
		}
	},
	simplify: contactColumns,
	more: moreOfContact,
});

/** Makes a contact hold what is wanted, and says what that took. */
async function brought(
	wanted: IDataObject,
	contact: ContactRecord | undefined,
	api: ApiClient,
): Promise<Told<ContactRecord>> {
	if (contact === undefined) return await madeOrFound(wanted, api);
	const change = differences(wanted, contact);
	if (Object.keys(change).length === 0) return told(contact, { change: 'unchanged' });
	const after = await changeContact(contact, change, api);
	return told(after, {
		change: 'updated',
		notKept: tellNotKept(aimed(change, after), after, api),
	});
}

/** Somebody else may have made the contact since it was looked for; then there is one to update. */
async function madeOrFound(wanted: IDataObject, api: ApiClient): Promise<Told<ContactRecord>> {
	const making = await attempt(() => makeContact(wanted, [], api));
	if ('value' in making) return making.value;
	const { code } = making.failure;
	const isTaken = code === 'conflict' || code === 'requestRefused';
	const [other] = isTaken ? await contactsLike(wanted, api) : [];
	return other === undefined ? api.fail(making.failure) : await brought(wanted, other, api);
}

/** What would be brought about, without a request. */
function foreseen(wanted: IDataObject, contact: ContactRecord | undefined): Told<ContactRecord> {
	if (contact === undefined) {
		return told({ id: '', ...wanted }, { change: 'created', preview: true });
	}
	const change = differences(wanted, contact);
	const isIdle = Object.keys(change).length === 0;
	return told(changed(contact, change), {
		change: isIdle ? 'unchanged' : 'updated',
		preview: true,
	});
}
