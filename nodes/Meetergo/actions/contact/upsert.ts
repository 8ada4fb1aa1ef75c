import type { ContactRecord } from '../../api/contacts';
import { collection } from '../../fields/collection';
import { preview } from '../../fields/preview';
import { timezone } from '../../fields/time';
import type { ApiClient } from '../../transport/types';
import { told, type Told } from '../output/told';
import { perBatch } from '../perBatch';
import { attempt } from '../requests/attempt';
import { tellNotKept } from '../requests/notKept';
import { asShown, changeFor, contactBody, foreseenAfter, type GivenContact } from './body';
import { changeContact } from './changeContact';
import { contactColumns, moreOfContact } from './contact.columns';
import { contactEmail, contactFieldsLabel, fieldsOfAnyContact, whoMay } from './contact.fields';
import { namedCustomFields } from './customFields';
import { findContacts, keyOf } from './findContacts';
import { makeContact } from './makeContact';

type Given = GivenContact & { readonly email: string };

export const upsert = perBatch({
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update a contact by its mail address where tags and notes are replaced',
	},
	actingUser: 'optional',
	effect: 'change',
	whoMay,
	fields: {
		email: contactEmail,
		more: collection({ ...contactFieldsLabel, fields: fieldsOfAnyContact }),
	},
	options: { preview, timezone },
	async *run(items, api) {
		const keys = items.map(({ item }) => keyOf(item));
		// What this run makes or changes replaces what was there: two items may be about one person.
		const known = new Map(await findContacts(keys, api));
		const foreseen = new Map<string, ContactRecord>();
		for (const { index, item } of items) {
			const { email, more, options } = item;
			const key = keyOf(item);
			const isPreview = options.preview === true;
			const doing = await attempt(async () => {
				const customFields = await namedCustomFields(more.customFields, api);
				const given = { ...more, email, customFields };
				return isPreview
					? whatWouldBe(given, foreseen.get(key) ?? known.get(key))
					: await broughtAbout(given, known.get(key), api);
			});
			if ('failure' in doing) {
				yield { index, failure: doing.failure };
				continue;
			}
			if (isPreview) foreseen.set(key, doing.value.record);
			else {
				known.set(key, doing.value.record);
				foreseen.delete(key);
			}
			yield { index, record: doing.value };
		}
	},
	simplify: contactColumns,
	more: moreOfContact,
});

/** Makes a contact hold what was given, and says what that took. */
async function broughtAbout(
	given: Given,
	contact: ContactRecord | undefined,
	api: ApiClient,
): Promise<Told<ContactRecord>> {
	if (contact === undefined) return await madeOrFound(given, api);
	const change = changeFor(contact, contactBody(given, contact));
	if (Object.keys(change).length === 0) return told(contact, { change: 'unchanged' });
	const after = await changeContact(contact, change, api);
	return told(after, {
		change: 'updated',
		notKept: tellNotKept(asShown(after, change), after, api),
	});
}

/** Somebody else may have made the contact since it was looked for, even in this moment; then there is one to update. */
async function madeOrFound(given: Given, api: ApiClient): Promise<Told<ContactRecord>> {
	const key = keyOf(given);
	const look = async () => (await findContacts([key], api)).get(key);
	const rival = await look();
	if (rival !== undefined) return await broughtAbout(given, rival, api);
	const making = await attempt(() => makeContact(contactBody(given), [], api));
	if ('value' in making) return making.value;
	const { code } = making.failure;
	const isTaken = code === 'conflict' || code === 'requestRefused';
	const other = isTaken ? await look() : undefined;
	return other === undefined ? api.fail(making.failure) : await broughtAbout(given, other, api);
}

/** What would be brought about, without a request. */
function whatWouldBe(given: Given, contact: ContactRecord | undefined): Told<ContactRecord> {
	if (contact === undefined) {
		const made = foreseenAfter({ id: '' }, contactBody(given));
		return told(made, { change: 'created', preview: true });
	}
	const change = changeFor(contact, contactBody(given, contact));
	const isIdle = Object.keys(change).length === 0;
	return told(foreseenAfter(contact, change), {
		change: isIdle ? 'unchanged' : 'updated',
		preview: true,
	});
}
