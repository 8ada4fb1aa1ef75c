import { atScale } from '../scale.cts';
import { inTheFuture } from '../workflow/nextFree.cts';
import { type Stage, useStage } from '../workflow/stage.cts';
import { type FaultCase, moreFaults, silence, slowDrips, usualFaults } from './faultCases.cts';
import { tasks } from './taskList.cts';
import { type Item, itemOf, requestsOf, runTask, type Task } from './tasks.cts';

/*
 * Each operation with each fault; where scale is no matter, each fault with one operation of each kind, and each operation with the
 * fault that is the hardest to see through. The node may say what it likes: what was asked for is in the sandbox once, and where nobody
 * can tell, no more than once.
 */

const SPEED = 200;
/** Where the node and the sandbox measure time from different moments: a busy machine may take long from one to the other. */
const UNHURRIED = 25;
/** Long enough for an answer that comes. */
const PATIENCE_MS = 300;

/** They stand for those that ask in the same way. */
const oneOfEachKind: ReadonlySet<string> = new Set([
	'booking.get',
	'booking.updateNote',
	'contact.delete',
	'contact.create',
	'contact.createMany',
	'booking.create',
	'booking.cancel',
	'booking.sendEmail',
	'booking.createOneTimeLink',
]);

const representatives = tasks.filter(({ name }) => oneOfEachKind.has(name));
const others = tasks.filter(({ name }) => !oneOfEachKind.has(name));

/** One for each way to make sure of an effect. */
const oneOfEachProof = [...new Map(representatives.map((task) => [task.proof, task])).values()];
const silent = atScale(representatives, oneOfEachProof);

/** It took effect, and no answer tells. */
const HARDEST = 'reset after';

type Row = [task: string, fault: string, Task, FaultCase];

function rows(withAll: readonly Task[], faults: readonly FaultCase[]): Row[] {
	return withAll.flatMap((task) =>
		faults.map((fault): Row => [task.name, fault.name, task, fault]),
	);
}

/** Runs an item with a fault, and tells how the requests that matter ended. */
async function struck(stage: Stage, task: Task, item: Item, { rule }: FaultCase) {
	stage.sandbox.faults.add({ ...rule, ...task.request });
	const result = await runTask(stage, task, [item]);
	expect(stage.sandbox.faults.hits).toBe(1);
	return { ...result, asked: requestsOf(task, stage) };
}

/** What the node has to have made of it. */
function expectOutcome(
	task: Task,
	fault: FaultCase,
	{ items, errors, asked }: Awaited<ReturnType<typeof struck>>,
	made: readonly unknown[],
): void {
	const isLost = fault.tells === 'nothing';
	if (isLost && task.proof === 'none') {
		expect(items).toEqual([]);
		expect(errors).toMatchObject([{ json: { details: { mayHaveHappened: true } } }]);
		expect(asked).toHaveLength(1);
		expect(made).toHaveLength(fault.effect === 'none' ? 0 : 1);
		return;
	}
	expect(errors).toEqual([]);
	expect(items.length).toBeGreaterThan(0);
	expect(made).toHaveLength(1);
	if (task.names !== undefined) expect(items[0]?.json[task.names]).toBe(made[0]);
	const isFound = isLost && task.proof === 'lookUp' && fault.effect !== 'none';
	if (fault.isAboutTime && !isFound) return;
	const flags = new Set(items.map(({ json }) => json.recovered));
	expect(flags).toEqual(new Set([isFound ? true : undefined]));
	expect(asked).toHaveLength(fault.tells === 'done' || isFound ? 1 : 2);
}

/** Runs it, and looks what has become of it in the sandbox. */
async function expectOneEffect(stage: Stage, task: Task, fault: FaultCase): Promise<void> {
	const item = itemOf(task, stage, 1);
	const result = await struck(stage, task, item, fault);
	expectOutcome(task, fault, result, task.effects(stage, item));
}

describe('what is lost, refused or late', () => {
	const stage = useStage({
		...inTheFuture,
		forEachTest: true,
		nodeSpeed: SPEED,
	});

	const usual = usualFaults(SPEED);
	const forOthers = atScale(
		usual,
		usual.filter(({ name }) => name === HARDEST),
	);

	it.each([...rows(representatives, [...usual, ...moreFaults(SPEED)]), ...rows(others, forOthers)])(
		'%s: %s',
		async (_task, _fault, task, fault) => await expectOneEffect(stage, task, fault),
	);
});

describe('an answer that does not come', () => {
	const stage = useStage({
		...inTheFuture,
		forEachTest: true,
		nodeSpeed: UNHURRIED,
		attemptTimeoutMs: PATIENCE_MS,
	});

	it.each([
		...rows(silent, silence(UNHURRIED, PATIENCE_MS)),
		...rows(
			silent.filter(({ isAnsweredEmpty }) => !isAnsweredEmpty),
			slowDrips(PATIENCE_MS),
		),
	])('%s: %s', async (_task, _fault, task, fault) => await expectOneEffect(stage, task, fault));
});
