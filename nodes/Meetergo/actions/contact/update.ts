import { changes } from '../../fields/collection';
import { timezone } from '../../fields/time';
import { told } from '../output/told';
import { perItem } from '../perItem';
import { inTurn } from '../requests/inTurn';
import { tellNotKept } from '../requests/notKept';
import { asShown, contactBody, withWhatStays } from './body';
import { changeContact } from './changeContact';
import { contactColumns, moreOfContact } from './contact.columns';
import {
	contactFieldsLabel,
	contactId,
	fieldsOfAnyContact,
	newEmail,
	whoMay,
} from './contact.fields';
import { namedCustomFields } from './customFields';
import { findContact, keyOf } from './findContacts';

export const update = perItem({
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change a contact; what is not added, or empty, stays as it is',
		action: 'Update a contact where tags and notes are replaced',
	},
	actingUser: 'optional',
	effect: 'change',
	whoMay,
	fields: {
		contactId,
		given: changes({ ...contactFieldsLabel, fields: { ...fieldsOfAnyContact, email: newEmail } }),
	},
	options: { timezone },
	async run({ contactId: reference, given: entered }, api) {
		return await inTurn(`contact ${keyOf(reference)}`, api, async () => {
			const given = {
				...entered,
				customFields: await namedCustomFields(entered.customFields, api),
			};
			// These two are replaced as a whole.
			const { tags, address } = contactBody(given);
			const needsLook = tags !== undefined || address !== undefined || 'email' in reference;
			const before = needsLook ? await findContact(reference, api) : { id: reference.id };
			const sent = withWhatStays(before, contactBody(given, before));
			const contact = await changeContact(before, sent, api);
			return told(contact, { notKept: tellNotKept(asShown(contact, sent), contact, api) });
		});
	},
	simplify: contactColumns,
	more: moreOfContact,
});
