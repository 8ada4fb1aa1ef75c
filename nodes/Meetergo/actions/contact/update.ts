import { changes } from '../../fields/collection';
import { attempt } from '../requests/attempt';
import { tellNotKept } from '../requests/notKept';
import { perItem } from '../perItem';
import { told } from '../output/told';
import { aimed, completed, contactBody } from './body';
import { contactColumns, moreOfContact } from './contact.columns';
import { contactFields, contactFieldsLabel, contactId, newEmail } from './contact.fields';
import { namedCustomFields } from './customFields';
import { findContact } from './findContacts';
import { changeContact } from './makeContact';

export const update = perItem({
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change a contact; what is not added, or empty, stays as it is',
		action: 'Update a contact',
	},
	actingUser: 'optional',
	effect: 'change',
	fields: {
		contactId,
		given: changes({ ...contactFieldsLabel, fields: { ...contactFields, email: newEmail } }),
	},
	async run({ contactId: reference, given }, api) {
		const customFields = await namedCustomFields(given.customFields, api);
		const wanted = contactBody({ ...given, customFields });
		// These two are replaced as a whole.
		const replaces = wanted.tags !== undefined || wanted.address !== undefined;
		const before =
			replaces || 'email' in reference ? await findContact(reference, api) : { id: reference.id };
		const sent = completed(wanted, before);
		const after = await changeContact(before, sent, api);
		const reading = await attempt(() => findContact(after, api));
		if ('failure' in reading) {
			api.hint('A contact was updated, but could not be read afterwards.');
			return after;
		}
		const contact = reading.value;
		return told(contact, { notKept: tellNotKept(aimed(sent, contact), contact, api) });
	},
	simplify: contactColumns,
	more: moreOfContact,
});
