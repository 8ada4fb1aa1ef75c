import { requiredText, text } from '../../fields/basic';
import { locatorWithEmail } from '../../fields/locator';
import { slug } from '../../fields/naming';

/** The user an operation is about. */
export const userId = locatorWithEmail({
	label: {
		displayName: 'User',
		name: 'userId',
		description: 'A user of the company. From List and By Email are for admins.',
	},
	noun: 'user',
	search: 'searchUsers',
	exampleEmail: 'lena.okafor@example.org',
});

const given = {
	displayName: 'Given Name',
	name: 'givenName',
	placeholder: 'e.g. Lena',
	description: 'First name, as attendees see it',
};

const family = {
	displayName: 'Family Name',
	name: 'familyName',
	placeholder: 'e.g. Okafor',
	description: 'Last name, as attendees see it',
};

export const givenName = requiredText(given);
export const familyName = requiredText(family);

/** Other names, among the fields to update. */
export const newGivenName = text(given);
export const newFamilyName = text(family);

/** The part of all addresses of a user. The API's minimum is 5 characters. */
export const userSlug = slug({
	displayName: 'User Slug',
	name: 'slug',
	placeholder: 'e.g. lena-okafor',
	description: "Part of the user's addresses, at least 5 characters; a new one breaks the old",
	atLeast: 5,
});
