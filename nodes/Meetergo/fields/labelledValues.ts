import type { INodeProperties } from 'n8n-workflow';
import type { Label } from './basic';
import { type Field, type Form, isBlank, shown } from './field';
import { readRecord, readText, textsInObject } from './labelledTexts';

/** A value, and what errors call the field that holds it. */
export interface Entered {
	/** A text, a number, a switch, nothing, or a list of them. */
	readonly value: unknown;
	readonly displayName: string;
}

/** Values by their labels. */
export type Labelled = Readonly<Record<string, Entered>>;

interface Spec {
	/** The rows, one label and one value each. */
	readonly rows: Label;
	readonly label: Label;
	readonly value: Label;
	/** All of them as one object: n8n keeps no expression that stands for the rows. */
	readonly object: Label;
}

/** Values by their labels, as an object. */
export function valuesInObject(label: Label): Field<Labelled> {
	const { displayName } = label;
	return {
		properties: textsInObject(label).properties,
		read(form) {
			const values = Object.entries(readRecord(form, label)).map(
				([key, value]): [string, Entered] => [
					key.trim(),
					{ value: readValue(value, form, displayName), displayName },
				],
			);
			return Object.fromEntries(values);
		},
	};
}

/** Values by their labels: filled in row by row, or given as an object, which goes first. */
export function labelledValues(spec: Spec): Field<Labelled> {
	const { rows, label, value, object } = spec;
	const inObject = valuesInObject(object);
	const values: INodeProperties[] = [label, value].map((field) => ({
		...field,
		type: 'string',
		default: '',
	}));
	return {
		properties: [
			{
				...rows,
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				default: {},
				options: [{ name: 'pairs', displayName: label.displayName, values }],
			},
			...inObject.properties,
		],
		read: (form) => ({ ...readRows(form, spec), ...inObject.read(form) }),
	};
}

function readRows(form: Form, { rows, label, value }: Spec): Labelled {
	const { displayName } = rows;
	const entries = form.rows(rows.name, 'pairs').map((row): [string, Entered] => {
		const key = readText(row.value(label.name), row, label.displayName);
		if (isBlank(key)) return row.refuse(label.displayName, 'must not be empty');
		const given = readValue(row.value(value.name), row, value.displayName);
		return [key.trim(), { value: given, displayName }];
	});
	const twice = entries.find(([key], at) => entries.findIndex(([other]) => other === key) < at);
	return twice === undefined
		? Object.fromEntries(entries)
		: form.refuse(label.displayName, `${shown(twice[0])} is there twice`);
}

/** Any value but an object, also within a list. */
function readValue(value: unknown, form: Form, displayName: string): unknown {
	if (!Array.isArray(value)) readText(value, form, displayName);
	else value.forEach((part) => readText(part, form, displayName));
	return value;
}
