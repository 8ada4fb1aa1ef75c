import type { ContactRecord } from '../../api/contacts';
import { type Columns, column } from '../output/columns';
import { zonedTime } from '../output/zonedTime';

/** A contact as a row of a CRM. */
export const contactColumns: Columns<ContactRecord> = {
	id: column('ID of the contact', ({ id }) => id || null),
	email: column('Mail address', ({ email }) => email),
	firstName: column('Given name', ({ firstName }) => firstName),
	lastName: column('Family name', ({ lastName }) => lastName),
	phone: column('Phone number', ({ phoneNumber }) => phoneNumber),
	employer: column('Name of the company they work for', ({ employer }) => employer),
	tags: column('Tags, separated by commas', ({ tags }) => tags?.join(', ')),
	notes: column('Internal notes', ({ notes }) => notes),
	ownerId: column(
		'ID of the user who looks after the contact',
		(contact) => contact.accountOwnerId,
	),
	nextMeeting: column(
		'When the next meeting starts, in Time Zone; reads only',
		({ nextAppointmentIso }, zone) => nextAppointmentIso && zonedTime(nextAppointmentIso, zone),
	),
};

/** What a CRM may want besides. */
export const moreOfContact: Columns<ContactRecord> = {
	fullName: column(
		'Given and family name',
		({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(' ') || null,
	),
	jobTitle: column('Job title', ({ title }) => title),
	companyId: column('ID of the company in the CRM', ({ crmCompanyId }) => crmCompanyId),
	city: column('City of the address', ({ address }) => address?.city),
	country: column('Country of the address', ({ address }) => address?.country),
	customFields: column('Custom fields, as JSON', ({ additionalData }) =>
		JSON.stringify(additionalData ?? {}),
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
