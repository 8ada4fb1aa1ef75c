import type { IDataObject } from 'n8n-workflow';
import { choice } from './basic';
import type { Field } from './field';
import { readList } from './lists';

const mode = choice({
	displayName: 'Output',
	name: 'output',
	description: 'How much of each record to return',
	options: [
		{
			name: 'Raw',
			value: 'raw',
			description: "The API's own record",
		},
		{ name: 'Selected Fields', value: 'selected' },
		{ name: 'Simplified', value: 'simplified', description: 'The most important fields, flat' },
	],
	default: 'simplified',
});

/**
 * Turns a record into the output the user asked for.
 * @param selectable the simplified fields and further ones, which are worked out only where fields are selected
 */
export type Present = (
	raw: IDataObject,
	simplified: () => IDataObject,
	selectable: () => IDataObject,
) => IDataObject;

/** A value by its path, as in `attendees.0.email`. */
function at(record: IDataObject, path: string): unknown {
	let value: unknown = record;
	for (const key of path.split('.')) {
		if (typeof value !== 'object' || value === null) return undefined;
		value = Object.entries(value).find(([name]) => name === key)?.[1];
	}
	return value;
}

/** The named fields; a name that a record lacks gives null, so that every row has the same columns. */
function select(names: readonly string[], raw: IDataObject, selectable: IDataObject): IDataObject {
	return Object.fromEntries(
		names.map((name) => [name, (name in selectable ? selectable[name] : at(raw, name)) ?? null]),
	) as IDataObject;
}

/** Simplified, raw or selected. */
export const output: Field<Present> = {
	properties: [
		...mode.properties,
		{
			displayName: 'Fields',
			name: 'outputFields',
			type: 'string',
			default: '',
			// Not `required`: n8n would demand it whenever Output is an expression, whatever that gives.
			placeholder: 'e.g. start, end, attendeeEmail',
			description:
				'Simplified or raw fields, separated by commas, with dots as in attendees.0.email. The documentation lists more.',
			displayOptions: { show: { output: ['selected'] } },
		},
	],
	read(form) {
		const chosen = mode.read(form);
		if (chosen === 'raw') return (raw) => raw;
		if (chosen === 'simplified') return (_raw, simplified) => simplified();
		const names = readList(form, { name: 'outputFields', displayName: 'Fields' });
		if (names.length === 0) return form.refuse('Fields', 'name at least one field to return');
		return (raw, _simplified, selectable) => select(names, raw, selectable());
	},
};
