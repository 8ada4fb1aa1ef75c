import { createServer } from 'node:http';
import { inTheFuture } from '../workflow/nextFree.cts';
import { type Stage, useStage } from '../workflow/stage.cts';
import { listen } from './door.cts';
import { tasks } from './taskList.cts';
import { itemOf, requestsOf, runTask, type Task } from './tasks.cts';

/* The request was not carried out for certain: nothing is in the sandbox, and the node says that nothing can be. */

// Names that do not exist may take a while to be found missing.
const stage = useStage({
	...inTheFuture,
	forEachTest: true,
	nodeSpeed: 100,
});

const all = tasks.map((task): [string, Task] => [task.name, task]);
const writes = all.filter(([, { kind }]) => kind !== 'read');

/** Runs an item that has to fail with a code, without any doubt about it. */
async function expectNothingDone(
	task: Task,
	code: string,
	options: Parameters<typeof runTask>[3] = {},
): Promise<Awaited<ReturnType<Stage['run']>>> {
	const item = itemOf(task, stage, 1);
	const before = task.effects(stage, item);
	const result = await runTask(stage, task, [item], options);
	expect(result.items).toEqual([]);
	expect(result.errors).toMatchObject([{ json: { details: { code, mayHaveHappened: false } } }]);
	expect(task.effects(stage, item)).toEqual(before);
	return result;
}

/** Short enough for a few attempts. */
const patience = { maxWait: 3 };

describe('a server that nobody finds', () => {
	// To look for a name may take long, so one stands for those that ask in the same way.
	const way = ({ kind, proof }: Task) => `${kind} ${proof}`;
	const oneOfEach = [...new Map(all.map((row) => [way(row[1]), row])).values()];

	it.each(oneOfEach)('%s', async (_name, task) => {
		const credential = { baseUrl: 'http://meetergo.invalid/v4' };
		await expectNothingDone(task, 'unreachable', { credential, options: { maxWait: 0 } });
	});
});

describe('a server that refuses connections', () => {
	let baseUrl = '';
	beforeAll(async () => {
		const server = createServer();
		baseUrl = `${await listen(server)}/v4`;
		await new Promise((closed) => server.close(closed));
	});

	it.each(all)('%s', async (_name, task) => {
		await expectNothingDone(task, 'unreachable', { credential: { baseUrl }, options: patience });
	});
});

describe('a server that asks to wait for an hour', () => {
	it.each(all)('%s', async (_name, task) => {
		const headers = { 'retry-after': '3600' };
		stage.sandbox.faults.add({ kind: 'status', status: 429, headers, ...task.request });
		const { errors } = await expectNothingDone(task, 'rateLimited');
		expect(errors[0]?.json.details).toMatchObject({
			waitedSeconds: 0,
			description: expect.stringContaining(
				'meetergo asks to wait 3600 s, more than the 120 s left of Max Wait.',
			),
		});
		expect(requestsOf(task, stage)).toHaveLength(1);
	});
});

describe('a refusal that is no matter of time', () => {
	it.each(writes)('%s', async (_name, task) => {
		stage.sandbox.faults.add({ kind: 'status', status: 403, ...task.request });
		await expectNothingDone(task, 'permissionDenied');
		expect(requestsOf(task, stage)).toHaveLength(1);
	});
});
