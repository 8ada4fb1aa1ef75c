import { contactIn, type ContactRecord } from '../../api/contacts';
import { choice } from '../../fields/basic';
import type { Field } from '../../fields/field';
import { optionalId, type PersonReference } from '../../fields/locator';
import { timezone } from '../../fields/time';
import { failureOf } from '../../transport/failures';
import { root } from '../../transport/path';
import type { ApiClient } from '../../transport/types';
import { perItem } from '../perItem';
import { contactColumns, moreOfContact } from './contact.columns';
import { contactId, whoMay } from './contact.fields';
import { findContact } from './findContacts';

const findBy = choice({
	displayName: 'Find By',
	name: 'findBy',
	description: 'What the contact is found by',
	options: [
		{ name: 'Attendee of a Booking', value: 'attendee' },
		{ name: 'Contact', value: 'contact' },
	],
	default: 'contact',
});

const attendeeId = optionalId({
	displayName: 'Attendee ID',
	name: 'attendeeId',
	noun: 'attendee',
	description: 'ID of somebody who attends a booking; attendeeId under its Selected Fields',
});

/** The contact itself, or an attendee of a booking whose contact is meant. */
const whom: Field<PersonReference | { readonly attendeeId: string }> = {
	properties: [
		...findBy.properties,
		// Not `required`: n8n would demand it whenever Find By is an expression, whatever that gives.
		...contactId.properties.map((property) => ({
			...property,
			required: undefined,
			displayOptions: { show: { findBy: ['contact'] } },
		})),
		...attendeeId.properties.map((property) => ({
			...property,
			displayOptions: { show: { findBy: ['attendee'] } },
		})),
	],
	read(form) {
		if (findBy.read(form) === 'contact') return contactId.read(form);
		const id = attendeeId.read(form);
		return id === undefined ? form.refuse('Attendee ID', 'must not be empty') : { attendeeId: id };
	},
};

export const get = perItem({
	option: {
		name: 'Get',
		value: 'get',
		description: 'Get a contact by its ID or mail address, or that of an attendee',
		action: 'Get a contact',
	},
	actingUser: 'optional',
	effect: 'read',
	whoMay,
	fields: { whom },
	options: { timezone },
	run: async ({ whom: reference }, api) =>
		'attendeeId' in reference
			? await contactOfAttendee(reference.attendeeId, api)
			: await findContact(reference, api),
	simplify: contactColumns,
	more: moreOfContact,
});

async function contactOfAttendee(attendee: string, api: ApiClient): Promise<ContactRecord> {
	const answer = await api.find(root`/crm/details`, { attendeeId: attendee });
	const advice = `The attendee ${attendee} has no contact in meetergo.`;
	return contactIn(answer) ?? api.fail(failureOf('notFound', { advice, parameter: 'Attendee ID' }));
}
