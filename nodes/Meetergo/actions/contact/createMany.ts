import { choice, email, text } from '../../fields/basic';
import { collection } from '../../fields/collection';
import { timezone } from '../../fields/time';
import { told } from '../output/told';
import { perBatch } from '../perBatch';
import { attempt } from '../requests/attempt';
import { contactColumns, moreOfContact } from './contact.columns';
import { addTags, basicFields, contactEmail, contactFieldsLabel, whoMay } from './contact.fields';
import { namedCustomFields } from './customFields';
import { SENT_UNDER_OTHER_NAMES } from './fieldNames';
import { findContacts, keyOf } from './findContacts';
import { ImportRow } from './importRow';
import { importRows } from './importRows';

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
	addTags,
	accountOwnerEmail: email({
		displayName: SENT_UNDER_OTHER_NAMES.accountOwnerEmail,
		name: 'accountOwnerEmail',
		placeholder: 'e.g. lena.okafor@example.org',
		description: 'The user who looks after the contact; for new contacts only',
	}),
	crmCompanyRef: text({
		displayName: SENT_UNDER_OTHER_NAMES.crmCompanyRef,
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
	notForAgents: true,
	effect: 'change',
	whoMay,
	fields: {
		email: contactEmail,
		more: collection({ ...contactFieldsLabel, fields: importFields }),
		existing,
	},
	options: { timezone },
	async *run(items, api) {
		const keys = items.map(({ item }) => keyOf(item));
		const before = await findContacts(keys, api);
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
			const given = { ...more, customFields: naming.value };
			row.add(index, given, { accountOwnerEmail, crmCompanyRef }, item.existing === 'update');
		}
		for await (const answer of importRows([...rows.values()], api)) {
			for (const { index, change: planned } of answer.row.items) {
				if ('failure' in answer) {
					yield { index, failure: answer.failure };
					continue;
				}
				const { contact, notKept, instead = planned } = answer;
				const change = planned === 'unchanged' ? planned : instead;
				yield { index, record: told(contact, { change, notKept }) };
			}
		}
	},
	simplify: contactColumns,
	more: moreOfContact,
});
