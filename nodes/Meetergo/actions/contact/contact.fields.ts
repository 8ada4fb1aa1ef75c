import { email, text } from '../../fields/basic';
import { required } from '../../fields/field';
import { filled, textList } from '../../fields/lists';
import { locatorWithEmail, optionalId } from '../../fields/locator';
import { customFields } from './customFields';

/** Told with a refusal of any of the operations. */
export const whoMay = 'A limited token needs the permission CRM.';

/** Name of the field that points at a contact. */
export const CONTACT = 'Contact';

/** The contact an operation is about. */
export const contactId = locatorWithEmail({
	label: {
		displayName: CONTACT,
		name: 'contactId',
		description: "One of meetergo's contacts, who are shared by the company",
	},
	noun: 'contact',
	search: 'searchContacts',
	exampleEmail: 'tomas.berg@example.net',
});

/** What contacts are told apart by. */
export const contactEmail = required(
	email({
		displayName: 'Email',
		name: 'contactEmail',
		placeholder: 'e.g. tomas.berg@example.net',
		description: 'Mail address of the contact; no two contacts of a company share one',
	}),
	'Email',
);

/** The same where a phone number will do. */
export const emailIfAny = email({
	displayName: 'Email',
	name: 'newContactEmail',
	placeholder: 'e.g. tomas.berg@example.net',
	description: 'Mail address of the contact; without one, add Phone below',
});

/** Another mail address, among the fields to update. */
export const newEmail = email({
	displayName: 'Email',
	name: 'email',
	placeholder: 'e.g. tomas.berg@example.net',
	description: 'Another mail address',
});

const extra = (displayName: string, name: string, example: string, description: string) =>
	text({ displayName, name, placeholder: `e.g. ${example}`, description });

/** What every way of writing contacts knows. */
export const basicFields = {
	firstName: extra('First Name', 'firstName', 'Tomas', 'Given name of the contact'),
	lastName: extra('Last Name', 'lastName', 'Berg', 'Family name of the contact'),
	phoneNumber: extra(
		'Phone',
		'phoneNumber',
		'+47 22 12 34 56',
		'Phone number with the code of the country',
	),
	tags: filled(
		textList({
			displayName: 'Tags',
			name: 'tags',
			placeholder: 'e.g. customer, solar',
			description: 'Separated by commas; replaces those that are there',
		}),
	),
	notes: text({
		displayName: 'Notes',
		name: 'notes',
		description: 'Internal; replaces the notes that are there',
		rows: 2,
	}),
	customFields,
};

/** What can be written contact by contact. */
export const contactFields = {
	...basicFields,
	addressLine1: extra(
		'Address Line 1',
		'addressLine1',
		'Main Street 5',
		'Street and number of the postal address',
	),
	addressLine2: extra(
		'Address Line 2',
		'addressLine2',
		'2nd floor',
		'Second line of the postal address',
	),
	zip: extra('Postal Code', 'zip', '0150', 'Postal code of the postal address'),
	city: extra('City', 'city', 'Oslo', 'City of the postal address'),
	country: extra('Country', 'country', 'Norway', 'Country of the postal address'),
	employer: extra(
		'Employer',
		'employer',
		'Fjord Solar',
		'Name of the company the contact works for',
	),
	title: extra('Job Title', 'title', 'Head of Sales', 'Job title at the company'),
	seniority: extra('Seniority', 'seniority', 'senior', 'Level of the job in the company'),
	function: extra('Department', 'function', 'sales', 'Department in the company'),
	location: extra('Location', 'location', 'Oslo', 'Place where the contact works'),
	language: text({
		displayName: 'Language',
		name: 'language',
		placeholder: 'e.g. de',
		description: 'Two-letter code of the language the contact speaks',
		maxLength: 8,
	}),
	accountOwnerId: optionalId({
		displayName: 'Owner ID',
		name: 'accountOwnerId',
		noun: 'user',
		description: 'ID of the user who looks after the contact',
	}),
	crmCompanyId: optionalId({
		displayName: 'Company ID',
		name: 'crmCompanyId',
		noun: 'company',
		description: "ID of a company in meetergo's contacts",
	}),
};

/** Leaves the tags that are there. */
export const addTags = filled(
	textList({
		displayName: 'Add Tags',
		name: 'addTags',
		placeholder: 'e.g. customer, solar',
		description: 'Separated by commas; added to the tags that are there',
	}),
);

/** What can be written of a contact that may be there already. */
export const fieldsOfAnyContact = { ...contactFields, addTags };

export const contactFieldsLabel = {
	displayName: 'Contact Fields',
	name: 'contactFields',
	placeholder: 'Add field',
};
