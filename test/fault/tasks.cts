import type { INodeParameters } from 'n8n-workflow';
import { loadContract } from '../../contract/validate.cts';
import type { RunNodeResult } from '../../engine/runNode.cts';
import { type Authentication, type Stage, wire } from '../workflow/stage.cts';

/**
 * An operation as tests of all operations see it: what it asks for, and how its effect looks in the sandbox. Those of a resource
 * stand in `test/operations/<resource>.cts`.
 */
export interface Task {
	/** Resource and operation, such as `booking.get`. */
	readonly name: string;
	readonly kind: 'read' | 'change' | 'delete' | 'create' | 'act';
	/**
	 * How the node makes sure of an effect whose answer was lost: it asks again, it looks for the effect first, or not at all.
	 */
	readonly proof: 'repeat' | 'lookUp' | 'none';
	/** The request that has the effect, see `requestOf`. */
	readonly request: TaskRequest;
	/** No more items than this in one run, because meetergo has a stricter limit for them. */
	readonly mostItems?: number;
	/** The answer has no content, so there is nothing that could come too slowly. */
	readonly isAnsweredEmpty?: boolean;
	/** With expressions on the fields of an `Item`. */
	readonly parameters: INodeParameters;
	readonly options?: INodeParameters;
	/** Readies the sandbox for an item. @returns the id of the record that the item is about, if there is one already */
	prepare?(stage: Stage, item: NewItem): string;
	/** The records that show what an item asked for, by what the output calls them; one that shows it twice is there twice. */
	effects(stage: Stage, item: Item): readonly unknown[];
	/** The field of the output that names the record; not set where none does. */
	readonly names?: string;
	/** Items of one run ask for the same, so records cannot be told apart by the item. */
	readonly areAlike?: boolean;
	/** Items of one run are about the same record, which shows what the last of them asked for. */
	readonly isShared?: boolean;
}

/** A request as rules of faults take it: its method, and a regular expression on its path. */
export interface TaskRequest {
	readonly method: string;
	readonly path: string;
}

/** The request of an operation of the contract, by its `operationId`. */
export function requestOf(operationId: string): TaskRequest {
	const operation = loadContract().operations.find(({ id }) => id === operationId);
	if (operation === undefined) throw new Error(`The contract has no operation ${operationId}`);
	const { method, path, alias } = operation;
	const addresses = [path, ...(alias === undefined ? [] : [alias])];
	return { method, path: `^(${addresses.join('|').replace(/\{\w+\}/g, '[^/]+')})$` };
}

/** A task that only reads: it has no effect to look for, so being run is all of it. */
export function readTask(
	resource: string,
	operation: string,
	own: Pick<Task, 'request'> & Partial<Pick<Task, 'parameters' | 'options' | 'prepare'>>,
): Task {
	return {
		kind: 'read',
		proof: 'repeat',
		effects: () => ['read'],
		...own,
		name: `${resource}.${operation}`,
		parameters: { resource, operation, ...own.parameters },
	};
}

/** What one input item asks for; no other item of a test shares these values. */
export type NewItem = {
	readonly email: string;
	readonly name: string;
	/** ISO 8601, in UTC. */
	readonly start: string;
};

/** The same with the id of the record that it is about. */
export type Item = NewItem & { readonly id: string };

const HOUR_MS = 3_600_000;
/** Far from what the seed holds, and after the present of the sandbox (see `inTheFuture`). */
const FIRST_START = Date.parse('2036-03-18T08:00:00Z');

/** The input item of a number, with the sandbox ready for it. */
export function itemOf(task: Task, stage: Stage, number: number): Item {
	const start = new Date(FIRST_START + number * 2 * HOUR_MS).toISOString();
	const item = { email: `person.${number}@example.net`, name: `Person ${number}`, start };
	return { ...item, id: task.prepare?.(stage, item) ?? '' };
}

type RunTaskOptions = Parameters<Stage['run']>[1] & {
	readonly options?: INodeParameters;
	/** Where the task itself does not name a kind. */
	readonly authentication?: Authentication;
};

/** Runs items with the error output, so that none keeps another one from being worked on. */
export async function runTask(
	stage: Stage,
	task: Task,
	items: readonly Item[],
	{ options, authentication = 'personalAccessToken', ...more }: RunTaskOptions = {},
): Promise<RunNodeResult> {
	const result = await stage.run(
		{ authentication, ...task.parameters, options: { ...task.options, ...options } },
		{ ...more, items: [...items], onError: 'continueErrorOutput' },
	);
	// Some things may happen after the node has ended.
	await stage.sandbox.faults.settled();
	expect(result).toMatchObject({ status: 'success', error: undefined });
	return result;
}

/** What was asked of a sandbox to have the task's effect. */
export function requestsOf({ request: { method, path } }: Task, stage: Stage): string[] {
	const isMeant = new RegExp(path);
	return wire(stage).filter((line) => {
		const [verb, address = ''] = line.split(' ');
		return verb === method && isMeant.test(address);
	});
}

/** As many times the same as told. */
export function times<T>(count: number, value: T): T[] {
	return Array.from({ length: count }, () => value);
}

/** A record that shows what was asked for, or none. */
export function shownBy(id: string, isShown: boolean): string[] {
	return isShown ? [id] : [];
}

/** The ids of the records of a map that are meant. */
export function idsIn<T extends { readonly id: string }>(
	records: ReadonlyMap<string, T>,
	isMeant: (record: T) => boolean,
): string[] {
	return [...records.values()].filter(isMeant).map(({ id }) => id);
}

/** A copy of a record of the seed under a new id. */
export function copy<T extends object>(
	stage: Stage,
	records: Map<string, T>,
	ofId: string,
	changes: Partial<T>,
): string {
	const record = records.get(ofId);
	if (record === undefined) throw new Error(`The seed has no ${ofId}`);
	const id = stage.sandbox.state.ids.uuid('copy');
	records.set(id, { ...record, ...changes, id });
	return id;
}
