import { email, text } from '../../fields/basic';
import { required } from '../../fields/field';
import { filled, textList } from '../../fields/lists';
import { locatorWithEmail, optionalId } from '../../fields/locator';
import { customFields } from './customFields';

/** The contact an operation is about. */
export const contactId = locatorWithEmail({
	label: {
		displayName: 'Contact',
		name: 'contactId',
		description: 'A person in the CRM of the company',
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
	description: 'Mail address of the contact; for one without it, add Phone below',
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
	firstName: extra('First Name', 'firstName', 'Tomas', 'Given name'),
	lastName: extra('Last Name', 'lastName', 'Berg', 'Family name'),
	phoneNumber: extra('Phone', 'phoneNumber', '+47 22 12 34 56', 'With the code of the country'),
	tags: filled(
		textList({
			displayName: 'Tags',
			name: 'tags',
			placeholder: 'e.g. customer, solar',
			description: 'Separated by commas; they replace the tags that are there',
		}),
	),
	notes: text({
		displayName: 'Notes',
		name: 'notes',
		description: 'Internal; the contact does not see them',
		rows: 2,
	}),
	customFields,
};

/** What can be written contact by contact. */
export const contactFields = {
	...basicFields,
	addressLine1: extra('Address Line 1', 'addressLine1', 'Main Street 5', 'Street and number'),
	addressLine2: extra('Address Line 2', 'addressLine2', '2nd floor', 'More of the address'),
	zip: extra('Postal Code', 'zip', '0150', 'Part of the address'),
	city: extra('City', 'city', 'Oslo', 'Part of the address'),
	country: extra('Country', 'country', 'Norway', 'Part of the address'),
	employer: extra('Employer', 'employer', 'Fjord Solar', 'Name of the company they work for'),
	title: extra('Job Title', 'title', 'Head of Sales', 'What they do there'),
	seniority: extra('Seniority', 'seniority', 'senior', 'Level of the job'),
	function: extra('Department', 'function', 'sales', 'Where they work there'),
	location: extra('Location', 'location', 'Oslo', 'Where they are'),
	language: text({
		displayName: 'Language',
		name: 'language',
		placeholder: 'e.g. de',
		description: 'Two-letter code of the language they speak',
		maxLength: 8,
	}),
	accountOwnerId: optionalId({
		displayName: 'Owner ID',
		name: 'accountOwnerId',
		noun: 'user',
		description: 'The user who looks after the contact',
	}),
	crmCompanyId: optionalId({
		displayName: 'Company ID',
		name: 'crmCompanyId',
		noun: 'company',
		description: 'The company of the CRM the contact belongs to',
	}),
};

export const contactFieldsLabel = {
	displayName: 'Contact Fields',
	name: 'contactFields',
	placeholder: 'Add field',
};
