import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { credentialType } from '../fields/authentication';
import type { Form } from '../fields/field';
import { itemsAtOnce } from '../fields/waiting';
import { connect, type Connection } from '../transport/connect';
import { errorItem, failureBehind, toNodeError } from '../transport/nodeErrors';
import type { Failure, Voice } from '../transport/types';
import { binaryOf } from './loop/binary';
import { chooseOperation } from './loop/choose';
import { clientsOf } from './loop/clients';
import { addHints } from './loop/hints';
import { itemForm } from './loop/itemForm';
import { outputItem, type Result, Results } from './loop/results';
import { together } from './loop/together';
import type { Operation, Resource, Task } from './operation';

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
	const results = new Results(context, operation);

	const run = operation.start();
	const forms: Form[] = [];
	for (const index of context.getInputData().keys()) {
		const form = itemForm(context, index, hint);
		const refusal = refusalOf(index, () => run.add(index, form, clientFor(form)));
		if (refusal === undefined) forms.push(form);
		else if (!results.take(refusal)) return [results.inInputOrder()];
	}
	await together(run.tasks(), itemsAtOnce(forms, operation.effect), async (task) => {
		for await (const result of resultsOf(task, context)) {
			if (!results.take(result)) return false;
		}
		return true;
	});
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

/** What stands in the way of doing something for an item, if anything. */
function refusalOf(index: number, action: () => void): Result | undefined {
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
 * The results of one task. An item by itself has all its records or one failure: half a list would pass for a whole one. Those
 * of a batch come one by one, so that an error that ends the node also ends the batch; what was answered before it stays.
 */
async function* resultsOf(task: Task, context: IExecuteFunctions): AsyncIterable<Result> {
	const [first, ...others] = task.indexes;
	const open = new Set(task.indexes);
	const whole: INodeExecutionData[] = [];
	try {
		for await (const answer of task.answers()) {
			const { index } = answer;
			open.delete(index);
			if ('failure' in answer) {
				yield answer;
				continue;
			}
			const item = outputItem(index, {
				json: answer.json,
				...(await binaryOf(context, answer.files)),
			});
			if (others.length > 0) yield { index, outputs: [item] };
			else whole.push(item);
		}
	} catch (error) {
		const failure = failureBehind(error);
		for (const index of others.length > 0 ? open : task.indexes) yield { index, failure };
		return;
	}
	if (whole.length > 0 && first !== undefined) yield { index: first, outputs: whole };
}
