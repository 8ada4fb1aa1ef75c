import { root } from '../../transport/path';
import { deleted, deletion } from '../output/deleted';
import { perItem } from '../perItem';
import { contactId } from './contact.fields';
import { contactIdOf } from './findContacts';

export const deleteOne = perItem({
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Delete a contact; bookings stay',
		action: 'Delete a contact',
	},
	actingUser: 'optional',
	effect: 'destroy',
	fields: { contactId },
	async run({ contactId: reference }, api) {
		const id = await contactIdOf(reference, api);
		await api.change('DELETE', root`/crm/${id}`);
		return deleted(id);
	},
	gives: deletion,
});
