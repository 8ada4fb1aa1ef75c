import type { INodeExecutionData } from 'n8n-workflow';
import { entries, nameOf } from '../../scripts/docs/form.cts';
import { everyTask } from '../fault/taskList.cts';
import { type Item, itemOf, requestsOf, runTask, type Task } from '../fault/tasks.cts';
import { inTheFuture } from '../workflow/nextFree.cts';
import { type Authentication, bothCredentials, useStage, wire } from '../workflow/stage.cts';

/*
 * Each operation of the table, as its task in `<resource>.cts` runs it: with each credential that it takes, for two items, held
 * against the contract, the documentation and the schema that n8n's editor shows. What is particular to an operation has a suite
 * of its own in test/workflow.
 */

// Looks for what was lost follow after seconds.
const stage = useStage({ ...inTheFuture, forEachTest: true, nodeSpeed: 100 });

type Row = [task: string, Authentication, Task];

function rows(takes: (task: Task, authentication: Authentication) => boolean): Row[] {
	return everyTask.flatMap((task) =>
		bothCredentials
			.filter((authentication) => takes(task, authentication))
			.map((authentication): Row => [task.name, authentication, task]),
	);
}

function isOfferedWith({ name }: Task, authentication: Authentication): boolean {
	const entry = entries.find((one) => nameOf(one) === name);
	const { onlyWith = authentication } = entry?.operation ?? {};
	return onlyWith === authentication;
}

/** The input items from which output items come, each once. */
function sourcesOf(items: readonly INodeExecutionData[]): unknown[] {
	const sources = items.map(({ pairedItem }) => JSON.stringify(pairedItem));
	return [...new Set(sources)].map((source) => JSON.parse(source));
}

/** What the sandbox shows of the items, all together. */
function effectsOf(task: Task, items: readonly Item[]): readonly unknown[] {
	const [first] = items;
	if (task.areAlike && first !== undefined) return task.effects(stage, first);
	return items.flatMap((item) => task.effects(stage, item));
}

it.each(rows(isOfferedWith))('%s works with %s', async (_name, authentication, task) => {
	const given = [1, 2].map((number) => itemOf(task, stage, number));

	const { items, errors } = await runTask(stage, task, given, { authentication });

	expect(errors).toEqual([]);
	expect(sourcesOf(items)).toEqual([{ item: 0 }, { item: 1 }]);
	expect(requestsOf(task, stage)).not.toEqual([]);
	const effects = effectsOf(task, given);
	expect(effects).toHaveLength(given.length);
	const { names } = task;
	if (names !== undefined) expect(items.map(({ json }) => json[names])).toEqual(effects);
});

const isRefusedWith = (task: Task, authentication: Authentication) =>
	!isOfferedWith(task, authentication);

it.each(rows(isRefusedWith))('%s refuses %s', async (_name, authentication, task) => {
	const item = itemOf(task, stage, 1);

	const { errors } = await stage.run(
		{ ...task.parameters, authentication },
		{ items: [item], onError: 'continueErrorOutput' },
	);

	const error = expect.stringMatching(/ works with a platform key only\. Choose Platform API Key/);
	const details = { code: 'invalidInput', parameter: 'Authentication' };
	expect(errors).toMatchObject([{ json: { error, details } }]);
	expect(wire(stage)).toEqual([]);
});

const lookedUp = everyTask.filter(({ proof }) => proof === 'lookUp');

it.each(lookedUp.map((task) => [task.name, task] as const))(
	'%s finds what it did when the answer is lost',
	async (_name, task) => {
		const item = itemOf(task, stage, 1);
		stage.sandbox.faults.add({ kind: 'reset', when: 'after', ...task.request });

		const { items, errors } = await runTask(stage, task, [item]);

		expect(errors).toEqual([]);
		expect(new Set(items.map(({ json }) => json.recovered))).toEqual(new Set([true]));
		expect(requestsOf(task, stage)).toHaveLength(1);
	},
);
