import { addContacts, contactsAt, onContacts } from '../workflow/contacts.cts';
import { byId, type Stage } from '../workflow/stage.cts';
import { type Item, type NewItem, shownBy, type Task } from './tasks.cts';

const email = '={{ $json.email }}';
const byItem = byId('={{ $json.id }}');
/** What stands in place of a name that a test changes. */
const CHANGED = 'Changed';

function addContact(stage: Stage, { email: address }: NewItem): string {
	const id = stage.sandbox.state.ids.uuid('contact');
	addContacts(stage, [{ id, email: address }]);
	return id;
}

const contactIds = (stage: Stage, item: Item) => contactsAt(stage, item.email).map(({ id }) => id);
const isGone = ({ sandbox }: Stage, { id }: Item) => shownBy(id, !sandbox.state.contacts.has(id));

export const contactTasks: readonly Task[] = [
	{
		name: 'contact.create',
		kind: 'create',
		proof: 'lookUp',
		request: { method: 'POST', path: '/crm$' },
		parameters: onContacts('create', { newContactEmail: email }),
		effects: contactIds,
		names: 'id',
	},
	{
		name: 'contact.upsert',
		kind: 'create',
		proof: 'lookUp',
		request: { method: 'POST', path: '/crm$' },
		parameters: onContacts('upsert', { contactEmail: email }),
		effects: contactIds,
		names: 'id',
	},
	{
		name: 'contact.createMany',
		kind: 'create',
		proof: 'repeat',
		request: { method: 'POST', path: '/crm/bulk$' },
		parameters: onContacts('createMany', { contactEmail: email }),
		effects: contactIds,
		names: 'id',
	},
	{
		name: 'contact.update',
		kind: 'change',
		proof: 'repeat',
		request: { method: 'PATCH', path: '/crm/' },
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
		request: { method: 'DELETE', path: '/crm/' },
		parameters: onContacts('delete', { contactId: byItem }),
		prepare: addContact,
		effects: isGone,
		names: 'id',
	},
	{
		name: 'contact.deleteMany',
		kind: 'delete',
		proof: 'repeat',
		request: { method: 'POST', path: '/crm/bulk-delete$' },
		parameters: onContacts('deleteMany', { contactId: '={{ $json.id }}' }),
		prepare: addContact,
		effects: isGone,
		names: 'id',
	},
];
