import type { ContactRecord } from '../../api/contacts';
import { preview } from '../../fields/preview';
import { root } from '../../transport/path';
import type { ApiClient } from '../../transport/types';
import type { Meanings } from '../output/columns';
import { deletion } from '../output/deleted';
import { told } from '../output/told';
import { perBatch } from '../perBatch';
import { attempt } from '../requests/attempt';
import { chunks } from '../requests/chunks';
import { contactId, whoMay } from './contact.fields';
import { findMatches, keyOf, onlyMatch } from './findContacts';

/** As many as one request takes; meetergo allows three such requests a minute. */
const MOST_AT_ONCE = 500;

const gives: Meanings = {
	...deletion,
	deleted: '`true`; `false` in a preview',
	email: 'Mail address the contact had',
	firstName: 'Given name of the contact',
	lastName: 'Family name of the contact',
};

export const deleteMany = perBatch({
	option: {
		name: 'Delete Many',
		value: 'deleteMany',
		description: 'Delete the contacts of all input items, 500 a request; bookings stay',
		action: 'Delete the contacts of all input items for good',
	},
	actingUser: 'optional',
	notForAgents: true,
	effect: 'destroy',
	whoMay,
	fields: { contactId },
	options: { preview },
	async *run(items, api) {
		const keys = items.map(({ item }) => keyOf(item.contactId));
		const matches = await findMatches(keys, api);
		const doomed = new Map<string, { contact: ContactRecord; indexes: number[] }>();
		for (const { index, item } of items) {
			const match = onlyMatch(item.contactId, matches);
			if ('failure' in match) {
				yield { index, failure: match.failure };
				continue;
			}
			const { contact } = match;
			if (item.options.preview === true) {
				yield { index, record: told(whoWas(contact, false), { preview: true }) };
			} else {
				const { indexes } = doomed.get(contact.id) ?? { indexes: [] };
				doomed.set(contact.id, { contact, indexes: [...indexes, index] });
			}
		}
		for (const chunk of chunks([...doomed.values()], MOST_AT_ONCE)) {
			const contactIds = chunk.map(({ contact }) => contact.id);
			const deleting = await attempt(() => remove(contactIds, api));
			for (const { contact, indexes } of chunk) {
				for (const index of indexes) {
					if ('failure' in deleting) yield { index, failure: deleting.failure };
					else yield { index, record: whoWas(contact, true) };
				}
			}
		}
	},
	gives,
});

/** Deletes contacts. Those that somebody else has deleted meanwhile are skipped, which comes to the same. */
async function remove(contactIds: string[], api: ApiClient): Promise<void> {
	await api.change('POST', root`/crm/bulk-delete`, { body: { contactIds } });
}

function whoWas({ id, email, firstName, lastName }: ContactRecord, deleted: boolean) {
	return {
		deleted,
		id,
		email: email ?? null,
		firstName: firstName ?? null,
		lastName: lastName ?? null,
	};
}
