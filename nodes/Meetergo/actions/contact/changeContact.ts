import type { IDataObject } from 'n8n-workflow';
import { type ContactRecord, contactIn } from '../../api/contacts';
import { root } from '../../transport/path';
import type { ApiClient } from '../../transport/types';
import { attempt } from '../requests/attempt';
import { foreseenAfter } from './body';
import { findContact } from './findContacts';

/**
 * Changes a contact, and gives it as it is then: meetergo was seen to answer with nothing, so it is read again where the answer
 * does not show what was written.
 */
export async function changeContact(
	contact: ContactRecord,
	change: IDataObject,
	api: ApiClient,
): Promise<ContactRecord> {
	const answer = contactIn(await api.change('PATCH', root`/crm/${contact.id}`, { body: change }));
	const after = { ...contact, ...answer };
	const showsChange = Object.keys(change).every((name) => name in (answer ?? {}));
	if (showsChange && 'nextAppointmentIso' in after) return after;
	const reading = await attempt(() => findContact({ id: contact.id }, api));
	if ('value' in reading) return reading.value;
	api.hint('A contact was updated, but could not be read afterwards.');
	return foreseenAfter(contact, change);
}
