import { type Label, withoutPlaceholder } from './basic';
import { type Field, type Form, isBlank, parseJson, shown } from './field';
import { isObject } from '../transport/isObject';

/** Texts by their labels, as an object. */
export function textsInObject(label: Label): Field<Readonly<Record<string, string>>> {
	return {
		properties: [{ ...withoutPlaceholder(label), type: 'json', default: '{}' }],
		read(form) {
			const texts = Object.entries(readRecord(form, label)).map(
				([key, value]): [string, string] => [key.trim(), readText(value, form, label.displayName)],
			);
			return Object.fromEntries(texts);
		},
	};
}

/** An object from an expression, or as JSON text; empty where nothing was given. */
export function readRecord(
	form: Form,
	{ name, displayName, placeholder = '' }: Pick<Label, 'name' | 'displayName' | 'placeholder'>,
): Record<string, unknown> {
	const given = form.value(name);
	if (isBlank(given)) return {};
	const object = typeof given === 'string' ? parseJson(given) : given;
	if (isObject(object)) return object;
	const example = placeholder.replace(/^e\.g\./, ' such as');
	return form.refuse(displayName, `must be an object${example}, but is ${shown(given)}`);
}

/** @param displayName what errors call the field */
export function readText(value: unknown, form: Form, displayName: string): string {
	return typeof value === 'object' && value !== null
		? form.refuse(displayName, `must be text, but holds ${shown(value)}`)
		: String(value ?? '');
}
