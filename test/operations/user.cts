import { adaByron, usersAt } from '../workflow/adaByron.cts';
import { byId, ids, type Stage } from '../workflow/stage.cts';
import { copy, type NewItem, readTask, requestOf, shownBy, type Task } from '../fault/tasks.cts';

const email = '={{ $json.email }}';
const byItem = byId('={{ $json.id }}');
/** What stands in place of a name that a test changes. */
const CHANGED = 'Changed';

function addUser(stage: Stage, { email: address, name: called }: NewItem): string {
	const slug = called.toLowerCase().replace(' ', '-');
	return copy(stage, stage.sandbox.state.users, ids.users.mila, { email: address, slug });
}

export const tasks: readonly Task[] = [
	{
		name: 'user.create',
		kind: 'create',
		proof: 'lookUp',
		request: requestOf('createUser'),
		parameters: adaByron({ operation: 'create', email }),
		effects: (stage, item) => usersAt(stage, item.email).map(({ id }) => id),
		names: 'id',
	},
	{
		name: 'user.delete',
		kind: 'delete',
		proof: 'repeat',
		request: requestOf('deleteUser'),
		parameters: adaByron({ operation: 'delete', userId: byItem }),
		prepare: addUser,
		effects: ({ sandbox }, { id }) => shownBy(id, sandbox.state.users.get(id)?.deletedAt !== null),
		names: 'id',
	},
	{
		name: 'user.upsert',
		kind: 'create',
		proof: 'lookUp',
		request: requestOf('createUser'),
		parameters: adaByron({ email }),
		effects: (stage, item) => usersAt(stage, item.email).map(({ id }) => id),
		names: 'id',
	},
	{
		name: 'user.update',
		kind: 'change',
		proof: 'repeat',
		request: requestOf('updateUser'),
		parameters: adaByron({
			operation: 'update',
			userId: byItem,
			updateFields: { familyName: CHANGED },
		}),
		prepare: addUser,
		effects: ({ sandbox }, { id }) =>
			shownBy(id, sandbox.state.users.get(id)?.familyName === CHANGED),
		names: 'id',
	},
	readTask('user', 'get', {
		request: requestOf('listUsers'),
		parameters: { userId: byItem },
		prepare: addUser,
	}),
	readTask('user', 'getMe', { request: requestOf('getMe') }),
	readTask('user', 'getAll', { request: requestOf('listUsers') }),
];
