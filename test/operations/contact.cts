import { addContacts, contactsAt, onContacts } from '../workflow/contacts.cts';
import { byId, ids, type Stage } from '../workflow/stage.cts';
import {
	type Item,
	type NewItem,
	readTask,
	requestOf,
	shownBy,
	type Task,
} from '../fault/tasks.cts';

const email = '={{ $json.email }}';
const byItem = byId('={{ $json.id }}');
/** Something has happened with him, and he has written. */
const tomas = { contactId: byId(ids.contacts.tomas) };
/** What stands in place of a name that a test changes. */
const CHANGED = 'Changed';

function addContact(stage: Stage, { email: address }: NewItem): string {
	const id = stage.sandbox.state.ids.uuid('contact');
	addContacts(stage, [{ id, email: address }]);
	return id;
}

const contactIds = (stage: Stage, item: Item) => contactsAt(stage, item.email).map(({ id }) => id);
const isGone = ({ sandbox }: Stage, { id }: Item) => shownBy(id, !sandbox.state.contacts.has(id));

export const tasks: readonly Task[] = [
	{
		name: 'contact.create',
		kind: 'create',
		proof: 'lookUp',
		request: requestOf('createContact'),
		parameters: onContacts('create', { newContactEmail: email }),
		effects: contactIds,
		names: 'id',
	},
	{
		name: 'contact.upsert',
		kind: 'create',
		proof: 'lookUp',
		request: requestOf('createContact'),
		parameters: onContacts('upsert', { contactEmail: email }),
		effects: contactIds,
		names: 'id',
	},
	{
		name: 'contact.createMany',
		kind: 'create',
		proof: 'repeat',
		request: requestOf('bulkCreateContacts'),
		parameters: onContacts('createMany', { contactEmail: email }),
		effects: contactIds,
		names: 'id',
	},
	{
		name: 'contact.update',
		kind: 'change',
		proof: 'repeat',
		request: requestOf('updateContact'),
		parameters: onContacts('update', {
			contactId: byItem,
			contactFields: { firstName: CHANGED },
		}),
		prepare: addContact,
		effects: ({ sandbox }, { id }) =>
			shownBy(id, sandbox.state.contacts.get(id)?.firstName === CHANGED),
		names: 'id',
	},
	{
		name: 'contact.delete',
		kind: 'delete',
		proof: 'repeat',
		request: requestOf('deleteContact'),
		parameters: onContacts('delete', { contactId: byItem }),
		prepare: addContact,
		effects: isGone,
		names: 'id',
	},
	{
		name: 'contact.deleteMany',
		kind: 'delete',
		proof: 'repeat',
		request: requestOf('bulkDeleteContacts'),
		parameters: onContacts('deleteMany', { contactId: '={{ $json.id }}' }),
		prepare: addContact,
		effects: isGone,
		names: 'id',
	},
	readTask('contact', 'get', {
		request: requestOf('getContact'),
		parameters: { contactId: byItem },
		prepare: addContact,
	}),
	readTask('contact', 'getAll', { request: requestOf('searchContacts') }),
	readTask('contact', 'getActivity', {
		request: requestOf('listContactActivity'),
		parameters: tomas,
	}),
	readTask('contact', 'getEmails', {
		request: requestOf('listContactEmails'),
		parameters: tomas,
	}),
];
