import type { INodeProperties } from 'n8n-workflow';
import type { Label } from './basic';
import { type Field, type Fields, type Form, isBlank, propertiesOf, shown } from './field';

/** What a collection gives: only what the user added is there. */
export type Added<F extends Fields> = {
	readonly [K in keyof F]?: F[K] extends Field<infer T> ? T : never;
};

/** Reads only the fields the user added, so that "not added" and "added and empty" stay different. */
function readAdded<F extends Fields>(fields: F, form: Form): Added<F> {
	const entries = Object.entries(fields)
		.filter(([, field]) => field.properties.some(({ name }) => form.value(name) !== undefined))
		.map(([name, field]) => [name, field.read(form)]);
	return Object.fromEntries(entries) as Added<F>;
}

/** Optional fields that the user adds one by one. n8n wants them in alphabetical order. */
export function collection<const F extends Fields>(spec: {
	readonly name: string;
	readonly displayName: string;
	readonly placeholder: string;
	readonly fields: F;
}): Field<Added<F>> {
	const { fields, ...label } = spec;
	const options = propertiesOf(fields).sort((a, b) => a.displayName.localeCompare(b.displayName));
	return {
		properties: [{ ...label, type: 'collection', default: {}, options }],
		read: (form) => readAdded(fields, form.within(spec.name)),
	};
}

/** One label with its value. */
export interface Pair {
	readonly label: string;
	readonly value: string;
}

/** A list of label and value pairs; an expression may give `{ label: value }` instead. */
export function pairs(
	spec: Label & { readonly labelField: Label; readonly valueField: Label },
): Field<readonly Pair[]> {
	const { labelField, valueField, ...label } = spec;
	const values: INodeProperties[] = [labelField, valueField].map((field) => ({
		...field,
		type: 'string',
		default: '',
	}));
	return {
		properties: [
			{
				...label,
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				default: {},
				options: [{ name: 'pairs', displayName: labelField.displayName, values }],
			},
		],
		read(form) {
			const given = form.value(label.name);
			const rows: unknown = isRecord(given) && 'pairs' in given ? given.pairs : given;
			const entries = entriesOf(rows, labelField.name, valueField.name);
			if (entries === undefined) {
				return form.refuse(
					label.displayName,
					`must be an object, or a list of objects with ${labelField.name} and ${valueField.name}, but is ${shown(rows)}`,
				);
			}
			return entries.map(([key, value]) => {
				if (isBlank(key)) return form.refuse(labelField.displayName, 'must not be empty');
				if (typeof value === 'object' && value !== null) {
					return form.refuse(valueField.displayName, `must be text, but is ${shown(value)}`);
				}
				return { label: String(key).trim(), value: String(value ?? '') };
			});
		},
	};
}

function entriesOf(
	rows: unknown,
	key: string,
	value: string,
): Array<[unknown, unknown]> | undefined {
	if (isBlank(rows)) return [];
	if (isRecord(rows)) return Object.entries(rows);
	const isTable = Array.isArray(rows) && rows.every(isRecord);
	return isTable ? rows.map((row) => [row[key], row[value]]) : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
