import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { credentialType } from '../fields/authentication';
import { connect, type Connection } from '../transport/connect';
import { addSentence } from '../transport/failures';
import { errorItem, failureBehind, toNodeError } from '../transport/nodeErrors';
import type { Failure, Voice } from '../transport/types';
import { binaryOf } from './loop/binary';
import { chooseOperation } from './loop/choose';
import { clientsOf } from './loop/clients';
import { addHints, WORTH_TELLING_MS } from './loop/hints';
import { itemForm } from './loop/itemForm';
import { nameParameter } from './loop/nameParameter';
import { namePermission } from './loop/namePermission';
import type { Answer, Operation, Resource, Task } from './operation';

/**
 * Runs every input item through the chosen operation: the only loop of the node.
 * All items are read and checked before the first request is sent; output order is input order.
 */
export async function runItems(
	context: IExecuteFunctions,
	table: readonly Resource[],
): Promise<INodeExecutionData[][]> {
	const hints = new Set<string>();
	const hint = (text: string) => void hints.add(text);
	const ready = await prepare(context, table, hint);
	if ('failure' in ready) return [failAll(context, ready.failure)];
	const { operation, connection } = ready;
	const clientFor = clientsOf(context, connection, operation);
	const results = resultsOf(context, operation);

	const run = operation.start();
	for (const index of context.getInputData().keys()) {
		const form = itemForm(context, index, hint);
		const refusal = refusalOf(index, () => run.add(index, form, clientFor(form)));
		if (refusal) await results.take(refusal);
	}
	for (const task of run.tasks()) {
		for await (const answer of answersOf(task)) await results.take(answer);
	}
	addHints(context, connection.notes, hints);
	return [results.inInputOrder()];
}

/** What all items need: the operation, and a way to meetergo. */
async function prepare(
	context: IExecuteFunctions,
	table: readonly Resource[],
	hint: Voice['hint'],
): Promise<
	{ readonly operation: Operation; readonly connection: Connection } | { readonly failure: Failure }
> {
	try {
		const operation = chooseOperation(context, table);
		const credential = credentialType(context.getNodeParameter('authentication', 0));
		const connection = await connect(context, credential, {
			fail(failure) {
				throw toNodeError(context.getNode(), failure);
			},
			hint,
		});
		return { operation, connection };
	} catch (error) {
		return { failure: failureBehind(error) };
	}
}

/** Ends the node. Where it is to go on, a thrown error would make n8n send the items out of the success branch. */
function failAll(context: IExecuteFunctions, failure: Failure): INodeExecutionData[] {
	if (!context.continueOnFail()) throw toNodeError(context.getNode(), failure);
	return context
		.getInputData()
		.map((_item, index) => ({ json: errorItem(failure), pairedItem: { item: index } }));
}

/** Gathers answers by input item. A failure becomes an error item, or ends the node: as the user set *On Error*. */
function resultsOf(context: IExecuteFunctions, operation: Operation) {
	const items: INodeExecutionData[][] = context.getInputData().map(() => []);
	const goesOn = context.continueOnFail();
	const done = new Set<number>();

	return {
		async take(answer: Answer): Promise<void> {
			const pairedItem = { item: answer.index };
			if ('json' in answer) {
				const binary = await binaryOf(context, answer.files);
				items[answer.index]?.push({ json: answer.json, pairedItem, ...binary });
				done.add(answer.index);
				return;
			}
			const named = nameParameter(answer.failure, operation);
			const failure = namePermission(named, operation);
			if (!goesOn) {
				const before = operation.effect === 'read' ? [] : alreadyDone(done.size);
				const told = [...waited(failure), ...before].reduce(addSentence, failure);
				throw toNodeError(context.getNode(), told, answer.index);
			}
			items[answer.index]?.push({ json: errorItem(failure), pairedItem });
		},
		inInputOrder: (): INodeExecutionData[] => items.flat(),
	};
}

/** n8n drops the hints of a run that throws, so the error itself tells of a long wait. */
function waited({ waitedMs }: Failure): string[] {
	return waitedMs < WORTH_TELLING_MS
		? []
		: [`Gave up after ${Math.round(waitedMs / 1000)} s of waiting.`];
}

function alreadyDone(count: number): string[] {
	if (count === 0) return [];
	return count === 1
		? ['One item before this one is done and stays done.']
		: [`${count} items before this one are done and stay done.`];
}

/** What stands in the way of doing something for an item, if anything. */
function refusalOf(index: number, action: () => void): Answer | undefined {
	try {
		action();
		return undefined;
	} catch (error) {
		const failure = failureBehind(error);
		const isOfExpression = failure.cause?.name === 'ExpressionError';
		return { index, failure: isOfExpression ? { ...failure, ...expressionFailure } : failure };
	}
}

const expressionFailure = {
	code: 'invalidInput',
	description:
		'An expression in this node cannot be worked out for this item. Nothing was changed in meetergo for it.',
} as const;

/**
 * The answers of one task. An item by itself has all its records or one failure: half a list would pass for a whole one. Those
 * of a batch come one by one, so that an error that ends the node also ends the batch; what was answered before it stays.
 */
async function* answersOf(task: Task): AsyncIterable<Answer> {
	const open = new Set(task.indexes);
	const whole: Answer[] = [];
	try {
		for await (const answer of task.answers()) {
			open.delete(answer.index);
			if (task.indexes.length > 1) yield answer;
			else whole.push(answer);
		}
	} catch (error) {
		const failure = failureBehind(error);
		const unanswered = task.indexes.length > 1 ? open : task.indexes;
		for (const index of unanswered) yield { index, failure };
		return;
	}
	yield* whole;
}
