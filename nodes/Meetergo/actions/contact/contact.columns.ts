import type { ContactRecord } from '../../api/contacts';
import { type Columns, column } from '../output/columns';
import { zonedTime } from '../output/zonedTime';

/** A contact as a row of a table. */
export const contactColumns: Columns<ContactRecord> = {
	id: column('ID of the contact', ({ id }) => id || null),
	email: column('Mail address', ({ email }) => email),
	firstName: column('Given name', ({ firstName }) => firstName),
	lastName: column('Family name', ({ lastName }) => lastName),
	phone: column('Phone number', ({ phoneNumber }) => phoneNumber),
	employer: column('Name of the company they work for', ({ employer }) => employer),
	tags: column('Tags, separated by commas', ({ tags }) => tags?.join(', ') || null),
	notes: column('Internal notes', ({ notes }) => notes),
	ownerId: column(
		'ID of the user who looks after the contact',
		(contact) => contact.accountOwnerId,
	),
	nextMeeting: column(
		'When the next meeting starts, in Time Zone; `null` for new contacts',
		({ nextAppointmentIso }, zone) => nextAppointmentIso && zonedTime(nextAppointmentIso, zone),
	),
};

/** What a table may want besides. */
export const moreOfContact: Columns<ContactRecord> = {
	fullName: column(
		'Given and family name',
		({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(' ') || null,
	),
	jobTitle: column('Job title', ({ title }) => title),
	crmCompanyId: column(
		"ID of the company in meetergo's contacts",
		({ crmCompanyId }) => crmCompanyId,
	),
	department: column('Department in the company', (contact) => contact.function),
	seniority: column('Level of the job', ({ seniority }) => seniority),
	location: column('Place where the contact works', ({ location }) => location),
	language: column('Two-letter code of the language', ({ language }) => language),
	addressLine1: column('Street and number of the address', ({ address }) => address?.line1),
	zip: column('Postal code of the address', ({ address }) => address?.zip),
	city: column('City of the address', ({ address }) => address?.city),
	country: column('Country of the address', ({ address }) => address?.country),
	customFields: column(
		'Custom fields, as JSON; a single one is `additionalData.<name>`',
		({ additionalData = {} }) =>
			Object.keys(additionalData).length > 0 ? JSON.stringify(additionalData) : null,
	),
	createdAt: column(
		'When the contact was created, in Time Zone',
		({ createdAt }, zone) => createdAt && zonedTime(createdAt, zone),
	),
	updatedAt: column(
		'When the contact was changed last, in Time Zone',
		({ updatedAt }, zone) => updatedAt && zonedTime(updatedAt, zone),
	),
};
