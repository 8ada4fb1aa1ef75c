import { type Added, collection } from '../../fields/collection';
import type { Field } from '../../fields/field';
import { timezone } from '../../fields/time';
import { inputFailure } from '../../transport/nodeErrors';
import { perItem } from '../perItem';
import { inTurn } from '../requests/inTurn';
import { contactBody } from './body';
import { contactColumns, moreOfContact } from './contact.columns';
import { contactFields, contactFieldsLabel, emailIfAny, whoMay } from './contact.fields';
import { namedCustomFields } from './customFields';
import { contactsLike } from './findContacts';
import { makeContact } from './makeContact';

const more = collection({ ...contactFieldsLabel, fields: contactFields });

/** Whoever is to be reached needs one way at least. */
const person: Field<{ readonly email?: string; readonly more: Added<typeof contactFields> }> = {
	properties: [...emailIfAny.properties, ...more.properties],
	read(form) {
		const given = { email: emailIfAny.read(form), more: more.read(form) };
		return given.email === undefined && given.more.phoneNumber === undefined
			? form.refuse('Email', 'give a mail address, or add Phone for a contact without one')
			: given;
	},
};

export const create = perItem({
	option: {
		name: 'Create',
		value: 'create',
		description:
			'Create a contact; a mail address that exists is refused, a phone number is not checked',
		action: 'Create a contact',
	},
	actingUser: 'optional',
	effect: 'change',
	whoMay,
	fields: { person },
	options: { timezone },
	async run({ person: { email, more } }, api) {
		// Each is looked for by the one, and may be taken for another contact by the other.
		const phone = more.phoneNumber?.replace(/\D/g, '');
		return await inTurn(`mail ${email?.toLowerCase() ?? phone}`, api, async () =>
			inTurn(`phone ${phone ?? email?.toLowerCase()}`, api, async () => {
				const customFields = await namedCustomFields(more.customFields, api);
				const sent = contactBody({ ...more, email, customFields });
				// meetergo may not refuse a second contact of the same address.
				const before = await contactsLike(sent, api);
				if (email !== undefined && before[0] !== undefined) {
					const reason = `the contact ${before[0].id} has the address ${email} already. To change it, use Create or Update`;
					return api.fail(inputFailure('Email', reason));
				}
				return await makeContact(sent, before, api);
			}),
		);
	},
	simplify: contactColumns,
	more: moreOfContact,
});
