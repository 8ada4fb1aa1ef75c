import type { INodeProperties } from 'n8n-workflow';
import type { Label } from './basic';
import { type Field, type Form, isBlank, isRecord, parseJson, shown } from './field';

interface Spec {
	/** The rows, one label and one value each. */
	readonly rows: Label;
	readonly label: Label;
	readonly value: Label;
	/** All of them as one object: n8n keeps no expression that stands for the rows. */
	readonly object: Label;
}

/** Texts by their labels, as an object. */
export function textsInObject(label: Label): Field<Readonly<Record<string, string>>> {
	return {
		properties: [{ ...label, type: 'json', default: '{}' }],
		read: (form) => readObject(form, label),
	};
}

/** Texts by their labels: filled in row by row, or given as an object, which goes first. */
export function labelledTexts(spec: Spec): Field<Readonly<Record<string, string>>> {
	const { rows, label, value, object } = spec;
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
			...textsInObject(object).properties,
		],
		read: (form) => ({ ...readRows(form, spec), ...readObject(form, object) }),
	};
}

function readRows(form: Form, { rows, label, value }: Spec): Record<string, string> {
	const texts = form.rows(rows.name, 'pairs').map((row): [string, string] => {
		const key = textOf(row.value(label.name), row, label.displayName);
		if (isBlank(key)) return row.refuse(label.displayName, 'must not be empty');
		return [key.trim(), textOf(row.value(value.name), row, value.displayName)];
	});
	const twice = texts.find(([key], at) => texts.findIndex(([other]) => other === key) < at);
	return twice === undefined
		? Object.fromEntries(texts)
		: form.refuse(label.displayName, `${shown(twice[0])} is there twice`);
}

function readObject(form: Form, label: Label): Record<string, string> {
	const texts = Object.entries(readRecord(form, label)).map(([key, text]): [string, string] => [
		key.trim(),
		textOf(text, form, label.displayName),
	]);
	return Object.fromEntries(texts);
}

/** An object from an expression, or as JSON text; empty where nothing was given. */
export function readRecord(
	form: Form,
	{ name, displayName }: Pick<Label, 'name' | 'displayName'>,
): Record<string, unknown> {
	const given = form.value(name);
	if (isBlank(given)) return {};
	const object = typeof given === 'string' ? parseJson(given) : given;
	return isRecord(object)
		? object
		: form.refuse(displayName, `must be an object such as {"Floor": "2"}, but is ${shown(given)}`);
}

function textOf(value: unknown, form: Form, displayName: string): string {
	return typeof value === 'object' && value !== null
		? form.refuse(displayName, `must be text, but holds ${shown(value)}`)
		: String(value ?? '');
}
