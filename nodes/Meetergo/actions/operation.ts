import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { type Added, collection } from '../fields/collection';
import { type Fields, type Form, propertiesOf, readFields, type Values } from '../fields/field';
import { output } from '../fields/output';
import { maxWait } from '../fields/waiting';
import type { ApiClient, Failure } from '../transport/types';

/** What n8n shows and what the loop needs to know, before anything runs. */
export interface About {
	/** `value` is what workflows store; `action` is the line in the node panel and the tool text for agents. */
	readonly option: INodePropertyOptions & { readonly action: string };
	/** Whether a platform key must say in whose name it calls. */
	readonly actingUser: 'required' | 'optional';
	/** What a run leaves behind: decides how errors speak about items already done. */
	readonly effect: 'read' | 'change' | 'destroy';
}

/** The arguments of `run`: the values of its fields, and under `options` what the user added there. */
export type Arguments<F extends Fields, O extends Fields> = Values<F> & {
	readonly options: Added<O>;
};

/** The options of an operation that adds none of its own. */
type NoFields = Readonly<Record<never, never>>;

interface Described<F extends Fields, O extends Fields, R> extends About {
	readonly fields: F;
	/** What the user may add under Options, besides what every operation has there. */
	readonly options?: O;
	/** At most 10 flat values, applied record by record. Its presence gives the form its Output field. */
	readonly simplify?: (record: R, zone: string) => IDataObject;
	/** The API's own object inside the record, for the raw output. Left out where the record is that object. */
	readonly raw?: (record: R) => IDataObject;
}

/** An operation that treats each input item by itself. */
export interface ItemOperation<F extends Fields, O extends Fields, R extends IDataObject>
	extends Described<F, O, R> {
	/** Answers with one record, several, or a stream of them. */
	run(item: Arguments<F, O>, api: ApiClient): Promise<R | readonly R[]> | AsyncIterable<R>;
}

/** An operation over a bulk endpoint: many items, few requests, an answer for each item. */
export interface BatchOperation<F extends Fields, O extends Fields, R extends IDataObject>
	extends Described<F, O, R> {
	run(
		items: ReadonlyArray<{ readonly index: number; readonly item: Arguments<F, O> }>,
		api: ApiClient,
	): AsyncIterable<
		{ readonly index: number } & ({ readonly record: R } | { readonly failure: Failure })
	>;
}

/** One output item, or the reason why there is none; `index` is that of the input item. */
export type Answer = { readonly index: number } & (
	| { readonly json: IDataObject }
	| { readonly failure: Failure }
);

/** A piece of work whose parameters are read and checked. Nothing has been sent yet. */
export interface Task {
	readonly indexes: readonly number[];
	answers(): AsyncIterable<Answer>;
}

/** One run of an operation: first every item is added, which reads and checks it, then the tasks are run. */
export interface Run {
	/** Reads one item; throws what `form.refuse` throws. */
	add(index: number, form: Form, api: ApiClient): void;
	tasks(): readonly Task[];
}

/** What the table stores and the loop runs: types are checked where an operation is written, and forgotten here. */
export interface Operation extends About {
	readonly properties: readonly INodeProperties[];
	start(): Run;
}

/** A resource and its operations, the default one first. */
export interface Resource {
	readonly option: INodePropertyOptions;
	readonly operations: readonly Operation[];
}

interface Reader<F extends Fields, O extends Fields, R> {
	readonly properties: readonly INodeProperties[];
	/** Reads one item's arguments, and how its records are to be shown. */
	read(form: Form): { readonly item: Arguments<F, O>; present(record: R): IDataObject };
}

/** The form of an operation: its fields, then Output, then Options. */
function readerOf<F extends Fields, O extends Fields, R extends IDataObject>(
	operation: Described<F, O, R>,
): Reader<F, O, R> {
	const { simplify, raw = (record: R): IDataObject => record } = operation;
	const options = collection({
		displayName: 'Options',
		name: 'options',
		placeholder: 'Add option',
		fields: { ...operation.options, maxWait } as O & { maxWait: typeof maxWait },
	});
	return {
		properties: propertiesOf({ ...operation.fields, ...(simplify && { output }), options }),
		read(form) {
			const item = { ...readFields(operation.fields, form), options: options.read(form) };
			if (simplify === undefined) return { item, present: raw };
			const present = output.read(form);
			return { item, present: (record) => present(raw(record), () => simplify(record, form.zone)) };
		},
	};
}

async function* recordsOf<R>(
	result: Promise<R | readonly R[]> | AsyncIterable<R>,
): AsyncIterable<R> {
	if (Symbol.asyncIterator in result) {
		yield* result;
		return;
	}
	const records = await result;
	if (Array.isArray(records)) yield* records;
	else yield records as R;
}

/** Makes an operation that treats each item by itself ready for the table. */
export function perItem<F extends Fields, R extends IDataObject, O extends Fields = NoFields>(
	operation: ItemOperation<F, O, R>,
): Operation {
	const { option, actingUser, effect } = operation;
	const reader = readerOf(operation);
	return {
		option,
		actingUser,
		effect,
		properties: reader.properties,
		start() {
			const tasks: Task[] = [];
			return {
				tasks: () => tasks,
				add(index, form, api) {
					const { item, present } = reader.read(form);
					tasks.push({
						indexes: [index],
						async *answers() {
							for await (const record of recordsOf(operation.run(item, api))) {
								yield { index, json: present(record) };
							}
						},
					});
				},
			};
		},
	};
}

/** Makes an operation over a bulk endpoint ready for the table: the items of one acting user become one task. */
export function perBatch<F extends Fields, R extends IDataObject, O extends Fields = NoFields>(
	operation: BatchOperation<F, O, R>,
): Operation {
	const { option, actingUser, effect } = operation;
	const reader = readerOf(operation);
	type Read = { readonly index: number } & ReturnType<typeof reader.read>;
	return {
		option,
		actingUser,
		effect,
		properties: reader.properties,
		start() {
			const batches = new Map<ApiClient, Map<number, Read>>();
			return {
				add(index, form, api) {
					const read = { index, ...reader.read(form) };
					batches.set(api, (batches.get(api) ?? new Map<number, Read>()).set(index, read));
				},
				tasks: () =>
					[...batches].map(([api, batch]) => ({
						indexes: [...batch.keys()],
						async *answers() {
							for await (const answer of operation.run([...batch.values()], api)) {
								const { index } = answer;
								const read = batch.get(index);
								if ('failure' in answer) yield answer;
								else if (read) yield { index, json: read.present(answer.record) };
							}
						},
					})),
			};
		},
	};
}
