import type { PersonReference } from '../../fields/locator';
import { root } from '../../transport/path';
import type { ApiClient } from '../../transport/types';
import { deleted, deletion } from '../output/deleted';
import { perItem } from '../perItem';
import { contactId, whoMay } from './contact.fields';
import { findMatches, keyOf, onlyMatch } from './findContacts';

export const deleteOne = perItem({
	option: {
		name: 'Delete',
		value: 'delete',
		description:
			'Delete a contact; bookings stay. A mail address that several contacts have is refused.',
		action: 'Delete a contact for good while its bookings stay',
	},
	actingUser: 'optional',
	effect: 'destroy',
	whoMay,
	fields: { contactId },
	async run({ contactId: reference }, api) {
		const id = 'id' in reference ? reference.id : await idOfOnly(reference, api);
		await api.change('DELETE', root`/crm/${id}`);
		return deleted(id);
	},
	gives: deletion,
});

async function idOfOnly(reference: PersonReference, api: ApiClient): Promise<string> {
	const match = onlyMatch(reference, await findMatches([keyOf(reference)], api));
	return 'failure' in match ? api.fail(match.failure) : match.contact.id;
}
