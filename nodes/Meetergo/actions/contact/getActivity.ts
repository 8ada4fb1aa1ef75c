import { activityOf, type ContactActivity } from '../../api/contacts';
import { fullNameOf } from '../../api/people';
import { filterFields } from '../../fields/collection';
import { choices } from '../../fields/lists';
import { paging } from '../../fields/paging';
import { timezone } from '../../fields/time';
import { type Columns, column } from '../output/columns';
import { zonedTime } from '../output/zonedTime';
import { perItem } from '../perItem';
import { contactId, whoMay } from './contact.fields';
import { contactIdOf } from './findContacts';

const columns: Columns<ContactActivity> = {
	id: column('ID of the entry', ({ id }) => id),
	type: column('What it was, such as `meeting`, `email` or `note`', ({ type }) => type),
	occurredAt: column('When it happened, in Time Zone', ({ occurredAt }, zone) =>
		zonedTime(occurredAt, zone),
	),
	title: column('What it was about', ({ title }) => title),
	summary: column('What it says, in short', ({ summary }) => summary),
	direction: column('Whether it came in or went out', ({ direction }) => direction),
	status: column('What became of it', ({ status }) => status),
	ownerName: column('Name of the user it belongs to', ({ owner }) => fullNameOf(owner)),
};

export const getActivity = perItem({
	option: {
		name: 'Get Activity',
		value: 'getActivity',
		description:
			'Get what happened with a contact, the latest first: meetings, mails, notes and more',
		action: 'Get the activity of a contact',
	},
	actingUser: 'optional',
	effect: 'read',
	whoMay,
	fields: {
		contactId,
		limit: paging,
		filters: filterFields({
			types: choices({
				displayName: 'Types',
				name: 'types',
				description: 'Only entries of these types',
				options: [
					{ name: 'Communication', value: 'communication' },
					{ name: 'Conversation', value: 'conversation' },
					{ name: 'Email', value: 'email' },
					{ name: 'Form', value: 'form' },
					{ name: 'Meeting', value: 'meeting' },
					{ name: 'Note', value: 'note' },
					{ name: 'Task', value: 'task' },
				],
			}),
		}),
	},
	options: { timezone },
	async *run({ contactId: reference, limit, filters: { types } }, api) {
		const id = await contactIdOf(reference, api);
		yield* api.list(activityOf(id), { types: types && [...types] }, limit);
	},
	simplify: columns,
});
