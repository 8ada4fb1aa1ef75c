import { choice, email, text } from '../../fields/basic';
import { collection } from '../../fields/collection';
import { timezone } from '../../fields/time';
import { attempt } from '../requests/attempt';
import { perBatch } from '../perBatch';
import { told } from '../output/told';
import { contactBody } from './body';
import { contactColumns, moreOfContact } from './contact.columns';
import { basicFields, contactEmail, contactFieldsLabel } from './contact.fields';
import { namedCustomFields } from './customFields';
import { findContacts, keyOf } from './findContacts';
import { importRows } from './importRows';
import { ImportRow } from './importRow';

const existing = choice({
	displayName: 'Existing Contacts',
	name: 'existingContacts',
	description: 'What to do where a mail address has a contact already',
	options: [
		{ name: 'Leave as They Are', value: 'leave' },
		{ name: 'Update', value: 'update', description: 'Where something differs' },
	],
	default: 'leave',
});

/** What meetergo takes for many contacts at once. */
const importFields = {
	...basicFields,
	accountOwnerEmail: email({
		displayName: 'Owner Email',
		name: 'accountOwnerEmail',
		placeholder: 'e.g. lena.okafor@example.org',
		description: 'The user who looks after the contact; for new contacts only',
	}),
	crmCompanyRef: text({
		displayName: 'Company Name or ID',
		name: 'crmCompanyRef',
		placeholder: 'e.g. Fjord Solar',
		description: 'An unknown name makes a new company; for new contacts only',
	}),
};

export const createMany = perBatch({
	option: {
		name: 'Create Many',
		value: 'createMany',
		description:
			'Create contacts from all input items, 1,000 a request; what exists already is left or updated',
		action: 'Create many contacts',
	},
	actingUser: 'optional',
	effect: 'change',
	fields: {
		email: contactEmail,
		more: collection({ ...contactFieldsLabel, fields: importFields }),
		existing,
	},
	options: { timezone },
	async *run(items, api) {
		const before = await findContacts(
			items.map(({ item }) => keyOf(item)),
			api,
		);
		const rows = new Map<string, ImportRow>();
		for (const { index, item } of items) {
			const { accountOwnerEmail, crmCompanyRef, customFields, ...more } = item.more;
			const naming = await attempt(() => namedCustomFields(customFields, api));
			if ('failure' in naming) {
				yield { index, failure: naming.failure };
				continue;
			}
			const key = keyOf(item);
			const row = rows.get(key) ?? new ImportRow(item.email, before.get(key));
			rows.set(key, row);
			const wanted = contactBody({ ...more, customFields: naming.value });
			row.add(index, wanted, { accountOwnerEmail, crmCompanyRef }, item.existing === 'update');
		}
		for await (const answer of importRows([...rows.values()], api)) {
			for (const { index, change } of answer.row.items) {
				if ('failure' in answer) yield { index, failure: answer.failure };
				else yield { index, record: told(answer.contact, { change, notKept: answer.notKept }) };
			}
		}
	},
	simplify: contactColumns,
	more: moreOfContact,
});
