import { inTheFuture } from '../workflow/nextFree.cts';
import { useStage } from '../workflow/stage.cts';
import { tasks } from './taskList.cts';
import { itemOf, runTask } from './tasks.cts';

/* A change is answered without content, and what was changed may not be read: nobody is told that nothing happened. */

const changes = tasks.filter(({ kind }) => kind === 'change');
let isChanged = false;
const stage = useStage({
	...inTheFuture,
	forEachTest: true,
	onExchange({ method }) {
		if (isChanged || method === 'GET') return;
		isChanged = true;
		stage.sandbox.faults.add({ kind: 'status', status: 403, method: 'GET', times: Infinity });
	},
});
beforeEach(() => {
	isChanged = false;
});

it.each(changes.map((task) => [task.name, task] as const))('%s', async (_name, task) => {
	const item = itemOf(task, stage, 1);
	stage.sandbox.faults.add({ kind: 'emptyBody', when: 'after', ...task.request });
	const { items, errors } = await runTask(stage, task, [item]);
	expect(task.effects(stage, item)).toHaveLength(1);
	if (items.length > 0) return;
	expect(errors).toMatchObject([
		{ json: { details: { code: 'permissionDenied', mayHaveHappened: true } } },
	]);
});
