import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { RunNodeResult } from '../../engine/runNode.cts';
import { atScale } from '../scale.cts';
import { speedUpNode } from '../../engine/fastTime.cts';
import { type Item, itemOf, runTask, type Task } from '../fault/tasks.cts';
import { inTheFuture } from '../workflow/nextFree.cts';
import { type Authentication, setStage, type Stage } from '../workflow/stage.cts';
import { type Run, stories, type Story } from './faultSchedules.cts';

/*
 * Whatever goes wrong, and however it is mixed: nothing is lost, nothing happens twice, and no item takes the record of another
 * one for its own. It is held against what is in the sandbox, not against what the node says.
 */

const SPEED = 100;
let backToRealTime: () => void;
beforeAll(() => {
	backToRealTime = speedUpNode(SPEED);
});
afterAll(() => backToRealTime());

/** What became of one item. */
interface Outcome {
	readonly item: Item;
	readonly successes: readonly IDataObject[];
	/** The error says that it may have taken effect. */
	readonly isInDoubt: boolean;
}

/** Each item leaves in one way; one that reads may find nothing, as where there is no booking at present. */
function outcomesOf(
	{ kind }: Task,
	items: readonly Item[],
	{ items: output, errors }: RunNodeResult,
): Outcome[] {
	const of = (list: RunNodeResult['items'], index: number) =>
		list.filter(({ pairedItem }) => Object(pairedItem).item === index).map(({ json }) => json);
	return items.map((item, index) => {
		const successes = of(output, index);
		const [failure, ...more] = of(errors, index);
		expect(more).toEqual([]);
		if (failure !== undefined) expect(successes).toEqual([]);
		else if (kind !== 'read') expect(successes).not.toEqual([]);
		const isInDoubt = failure !== undefined && Object(failure.details).mayHaveHappened === true;
		return { item, successes, isInDoubt };
	});
}

/** Holds items that cannot be told apart, or a single one, against the records that show them. */
function checkEffects(task: Task, outcomes: readonly Outcome[], made: readonly unknown[]): void {
	const done = outcomes.filter(({ successes }) => successes.length > 0);
	const doubtful = outcomes.filter(({ isInDoubt }) => isInDoubt);
	if (task.kind !== 'read') {
		expect(made.length).toBeGreaterThanOrEqual(done.length);
		expect(made.length).toBeLessThanOrEqual(done.length + doubtful.length);
	}
	const { names } = task;
	if (names === undefined) return;
	// A record that could not be read afterwards has no id.
	const told = done.map(({ successes: [json] }) => json?.[names]).filter((id) => id !== null);
	expect(made).toEqual(expect.arrayContaining(told));
	expect(new Set(told).size).toBe(told.length);
}

/** Plays one run, and looks at what has become of its items. */
async function playRun(
	stage: Stage,
	{ task, concurrency, faults }: Run,
	items: readonly Item[],
	authentication: Authentication,
): Promise<void> {
	const groups = task.areAlike ? [items] : items.map((item) => [item]);
	const madeBefore = new Set(task.areAlike ? effectsOf(stage, task, items) : []);
	for (const rule of faults) stage.sandbox.faults.add(rule);
	const result = await runTask(stage, task, items, { authentication, options: { concurrency } });
	stage.sandbox.faults.clear();
	const outcomes = outcomesOf(task, items, result);
	for (const group of groups) {
		const made = effectsOf(stage, task, group).filter((record) => !madeBefore.has(record));
		checkEffects(
			task,
			outcomes.filter(({ item }) => group.includes(item)),
			made,
		);
	}
}

/** The effects of items that cannot be told apart. */
function effectsOf(stage: Stage, task: Task, [first]: readonly Item[]): readonly unknown[] {
	return first === undefined ? [] : task.effects(stage, first);
}

async function play({ authentication, runs }: Story): Promise<void> {
	const stage = await setStage(inTheFuture);
	try {
		let number = 0;
		for (const run of runs) {
			const items = Array.from({ length: run.count }, () => itemOf(run.task, stage, (number += 1)));
			await playRun(stage, run, items, authentication);
		}
		stage.checkContract();
	} finally {
		await stage.close();
	}
}

/** To play again what failed: the seed and the path that the failure tells. More runs than usual for a longer search. */
const { FAULTS_SEED: seed, FAULTS_PATH: path, FAULTS_RUNS: runs } = process.env;

it('each item takes effect once, or says that it may not have', async () => {
	await fc.assert(fc.asyncProperty(stories(SPEED), play), {
		numRuns: Number(runs ?? atScale(100, 25)),
		...(seed && { seed: Number(seed) }),
		...(path && { path }),
		// What was found by then is told; a failure is made smaller run by run, and that may take long.
		interruptAfterTimeLimit: 200_000,
	});
});
