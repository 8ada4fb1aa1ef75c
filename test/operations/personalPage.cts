import { personalPages } from '../../sandbox/routes/personalPages.cts';
import { ids, type Stage } from '../workflow/stage.cts';
import { readTask, requestOf, shownBy, type Task } from '../fault/tasks.cts';

/** Each user has one page, so all items of a run are about that of the acting user. */
function pageOf({ sandbox }: Stage) {
	return personalPages.in(sandbox.state).get(ids.users.lena);
}

export const tasks: readonly Task[] = [
	readTask('personalPage', 'get', { request: requestOf('getPersonalPage') }),
	{
		name: 'personalPage.update',
		kind: 'change',
		proof: 'repeat',
		request: requestOf('updatePersonalPage'),
		parameters: {
			resource: 'personalPage',
			operation: 'update',
			updateFields: { description: 'Changed' },
		},
		effects(stage) {
			const page = pageOf(stage);
			return shownBy(page?.id ?? '', page?.description === 'Changed');
		},
		names: 'id',
		isShared: true,
	},
];
