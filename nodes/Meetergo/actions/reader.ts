import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { collection } from '../fields/collection';
import { type Fields, type Form, propertiesOf, readFields } from '../fields/field';
import { output, type Present } from '../fields/output';
import { pace } from '../fields/waiting';
import { meaningsOf } from './output/columns';
import type { About, Arguments, Described, Documented, Output } from './operation';
import { shownAs } from './output/shown';
import { told, Told } from './output/told';

/** How an operation's form is shown, and how one item of it is read. */
export interface Reader<F extends Fields, O extends Fields, R> {
	readonly about: About & Documented & { readonly properties: readonly INodeProperties[] };
	read(form: Form): Read<F, O, R>;
}

/** One item: the arguments of `run`, and how its records are to be shown. */
export interface Read<F extends Fields, O extends Fields, R> {
	readonly item: Arguments<F, O>;
	present(record: R | Told<R>): Output;
}

const asItIs: Present = (raw) => raw;

/** The form of an operation: its fields, then Output, then Options. */
export function readerOf<F extends Fields, O extends Fields, R extends IDataObject>(
	operation: Described<F, O, R>,
): Reader<F, O, R> {
	const { option, actingUser, onlyWith, notForAgents, effect, whoMay } = operation;
	const { fields, simplify, more = {} } = operation;
	const options = collection({
		displayName: 'Options',
		name: 'options',
		placeholder: 'Add option',
		fields: { ...operation.options, ...pace } as O & typeof pace,
	});
	const properties = propertiesOf({ ...fields, ...(simplify && { output }), options });

	return {
		about: {
			option,
			actingUser,
			onlyWith,
			notForAgents,
			effect,
			whoMay,
			properties,
			output: simplify ? meaningsOf(simplify) : (operation.gives ?? {}),
			more: meaningsOf(more),
		},
		read(form) {
			const item = { ...readFields(fields, form), options: options.read(form) };
			const show = simplify ? output.read(form) : asItIs;
			const { zone } = form;
			return {
				item,
				present(given) {
					const { record, facts, files } = given instanceof Told ? given : told(given, {});
					return { json: shownAs(show, record, facts, { simplify, more }, zone), files };
				},
			};
		},
	};
}
