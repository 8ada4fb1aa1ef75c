import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Added } from '../fields/collection';
import type { Fields, Form, Values } from '../fields/field';
import type { ApiClient, Failure } from '../transport/types';
import type { Columns, Meanings } from './output/columns';
import type { Attachment, Told } from './output/told';

/** What n8n shows and what the loop needs to know, before anything runs. */
export interface About {
	/** `value` is what workflows store; `action` is the line in the node panel and the tool text for agents. */
	readonly option: INodePropertyOptions & { readonly action: string };
	/** Whether a platform key must say in whose name it calls. */
	readonly actingUser: 'required' | 'optional';
	/** Absent: both kinds of key may do this. Otherwise the form offers it with that kind only. */
	readonly onlyWith?: 'platformApiKey';
	/** Agents do not get it: one call of a tool is one item, and this is about many. */
	readonly notForAgents?: true;
	/** What a run leaves behind: decides how errors speak about items already done. */
	readonly effect: 'read' | 'change' | 'destroy';
	/** One sentence on who may do this, where not everybody may: told with meetergo's refusal. */
	readonly whoMay?: string;
}

/** The arguments of `run`: the values of its fields, and under `options` what the user added there. */
export type Arguments<F extends Fields, O extends Fields> = Values<F> & {
	readonly options: Added<O>;
};

/** The options of an operation that adds none of its own. */
export type NoFields = Readonly<Record<never, never>>;

/** What operations of both kinds are written with. */
export interface Described<F extends Fields, O extends Fields, R> extends About {
	readonly fields: F;
	/** What the user may add under Options, besides what every operation has there. */
	readonly options?: O;
	/** The simplified record: at most 10 columns. Their presence gives the form its Output field. */
	readonly simplify?: Columns<R>;
	/** Further columns, which the user may name under Selected Fields. */
	readonly more?: Columns<R>;
	/** What each record holds and means, where it is made here and needs no simplifying. */
	readonly gives?: Meanings;
}

/** An operation that treats each input item by itself. */
export interface ItemOperation<F extends Fields, O extends Fields, R extends IDataObject>
	extends Described<F, O, R> {
	/** Answers with one record, several, or a stream of them; `told` adds what we know of a record besides. */
	run(
		item: Arguments<F, O>,
		api: ApiClient,
	): Promise<R | Told<R> | ReadonlyArray<R | Told<R>>> | AsyncIterable<R | Told<R>>;
}

/** An operation over a bulk endpoint: many items, few requests, an answer for each item. */
export interface BatchOperation<F extends Fields, O extends Fields, R extends IDataObject>
	extends Described<F, O, R> {
	run(
		items: ReadonlyArray<{ readonly index: number; readonly item: Arguments<F, O> }>,
		api: ApiClient,
	): AsyncIterable<
		{ readonly index: number } & ({ readonly record: R | Told<R> } | { readonly failure: Failure })
	>;
}

/** What becomes of a record: the fields of an output item, and the files that belong to it. */
export interface Output {
	readonly json: IDataObject;
	readonly files: readonly Attachment[];
}

/** One output item, or the reason why there is none; `index` is that of the input item. */
export type Answer = { readonly index: number } & (Output | { readonly failure: Failure });

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

/** What the documentation says of the output. */
export interface Documented {
	/** Fields of a simplified record, or of one that is made here. */
	readonly output: Meanings;
	/** Fields that are shown only where the user selects them. */
	readonly more: Meanings;
}

/** What the table stores and the loop runs: types are checked where an operation is written, and forgotten here. */
export interface Operation extends About, Documented {
	readonly properties: readonly INodeProperties[];
	start(): Run;
}

/** A resource and its operations, the default one first. */
export interface Resource {
	readonly option: INodePropertyOptions;
	readonly operations: readonly Operation[];
}
