import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { addSentence } from '../../transport/failures';
import { errorItem, toNodeError } from '../../transport/nodeErrors';
import type { Failure } from '../../transport/types';
import type { Operation } from '../operation';
import { WORTH_TELLING_MS } from './hints';
import { nameParameter } from './nameParameter';
import { namePermission } from './namePermission';

/** What became of one input item, or a part of it. */
export type Result = { readonly index: number } & (
	| { readonly outputs: INodeExecutionData[] }
	| { readonly failure: Failure }
);

/**
 * Gathers results by input item, in whatever order they come. A failure becomes an error item, or ends the node: as the user
 * set *On Error*.
 */
export class Results {
	private readonly items: INodeExecutionData[][];

	private readonly goesOn: boolean;

	private readonly done = new Set<number>();

	/** The failure of the first item, by input order, that ends the node. */
	private first: { readonly index: number; readonly failure: Failure } | undefined;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly operation: Operation,
	) {
		this.items = context.getInputData().map(() => []);
		this.goesOn = context.continueOnFail();
	}

	/** @returns whether the node goes on */
	take(result: Result): boolean {
		const { index } = result;
		if ('outputs' in result) {
			this.put(index, result.outputs);
			this.done.add(index);
		} else {
			const named = nameParameter(result.failure, this.operation);
			const failure = namePermission(named, this.operation);
			if (this.goesOn) this.put(index, [outputItem(index, { json: errorItem(failure) })]);
			else if (index < (this.first?.index ?? Infinity)) this.first = { index, failure };
		}
		return this.first === undefined;
	}

	/**
	 * All items, in the order of the input.
	 * @throws the n8n error of the first item that failed, where that ends the node
	 */
	inInputOrder(): INodeExecutionData[] {
		if (this.first === undefined) return this.items.flat();
		const { index, failure } = this.first;
		const done = this.operation.effect === 'read' ? [] : alreadyDone(this.done.size);
		const told = [...waited(failure), ...done].reduce(addSentence, failure);
		throw toNodeError(this.context.getNode(), told, index);
	}

	/** Takes a list over as it is: it may be long. */
	private put(index: number, outputs: INodeExecutionData[]): void {
		const before = this.items[index] ?? [];
		this.items[index] = before.length === 0 ? outputs : [...before, ...outputs];
	}
}

/** An output item, linked to the input item that it came of. */
export function outputItem(
	index: number,
	output: Pick<INodeExecutionData, 'json' | 'binary'>,
): INodeExecutionData {
	return { ...output, pairedItem: { item: index } };
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
		? ['One other item is done and stays done.']
		: [`${count} other items are done and stay done.`];
}
