import { contacts } from '../../api/contacts';
import { choice, text } from '../../fields/basic';
import { filterFields } from '../../fields/collection';
import { textList } from '../../fields/lists';
import { optionalId } from '../../fields/locator';
import { paging } from '../../fields/paging';
import { timezone } from '../../fields/time';
import { perItem } from '../perItem';
import { contactColumns, moreOfContact } from './contact.columns';
import { whoMay } from './contact.fields';

const orders = {
	email: { sortBy: 'email', sortOrder: 'ASC' },
	firstName: { sortBy: 'firstName', sortOrder: 'ASC' },
	lastName: { sortBy: 'lastName', sortOrder: 'ASC' },
	newest: { sortBy: 'createdAt', sortOrder: 'DESC' },
	oldest: { sortBy: 'createdAt', sortOrder: 'ASC' },
} as const;

export const getAll = perItem({
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Get contacts of the company, those added last first',
		action: 'Get many contacts',
	},
	actingUser: 'optional',
	effect: 'read',
	whoMay,
	fields: {
		limit: paging,
		filters: filterFields({
			ownerId: optionalId({
				displayName: 'Owner ID',
				name: 'ownerId',
				noun: 'user',
				description: 'Only contacts this user looks after',
			}),
			searchTerm: text({
				displayName: 'Search',
				name: 'searchTerm',
				placeholder: 'e.g. Tomas Berg',
				description:
					'Only what meetergo finds by this part of a name, mail address or phone number',
			}),
			tags: textList({
				displayName: 'Tags',
				name: 'tags',
				placeholder: 'e.g. customer, solar',
				description: 'Only contacts with these tags, separated by commas',
			}),
		}),
	},
	options: {
		order: choice({
			displayName: 'Sort By',
			name: 'sortContacts',
			description: 'What comes first',
			options: [
				{ name: 'Email', value: 'email' },
				{ name: 'First Name', value: 'firstName' },
				{ name: 'Last Name', value: 'lastName' },
				{ name: 'Newest First', value: 'newest' },
				{ name: 'Oldest First', value: 'oldest' },
			],
			default: 'newest',
		}),
		timezone,
	},
	run: ({ limit, filters, options }, api) =>
		api.list(
			contacts,
			{
				searchTerm: filters.searchTerm,
				tags: filters.tags && [...filters.tags],
				ownerId: filters.ownerId,
				...orders[options.order ?? 'newest'],
			},
			limit,
		),
	simplify: contactColumns,
	more: moreOfContact,
});
