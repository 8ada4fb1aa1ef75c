import type { INodeProperties } from 'n8n-workflow';
import { type Field, type Form, isBlank, required, shown } from './field';

/** What every field tells n8n about itself. `displayName` is also what errors call it. */
export interface Label {
	readonly name: string;
	readonly displayName: string;
	readonly description: string;
	readonly placeholder?: string;
	readonly hint?: string;
}

function readText(form: Form, label: Label, maxLength?: number): string | undefined {
	const value = form.value(label.name);
	if (isBlank(value)) return undefined;
	if (typeof value !== 'string' && typeof value !== 'number') {
		return form.refuse(label.displayName, `must be text, but is ${shown(value)}`);
	}
	const text = String(value).trim();
	if (maxLength !== undefined && text.length > maxLength) {
		return form.refuse(
			label.displayName,
			`may have ${maxLength} characters at most, but has ${text.length}`,
		);
	}
	return text;
}

/** One line of text, or several with `rows`. Blank text counts as not set. */
export function text(
	spec: Label & { readonly maxLength?: number; readonly rows?: number },
): Field<string | undefined> {
	const { maxLength, rows, ...label } = spec;
	const property: INodeProperties = {
		...label,
		type: 'string',
		default: '',
		...(rows !== undefined && { typeOptions: { rows } }),
	};
	return { properties: [property], read: (form) => readText(form, label, maxLength) };
}

/** Text that must be there. */
export function requiredText(spec: Label & { readonly rows?: number }): Field<string> {
	return required(text(spec), spec.displayName);
}

/**
 * A value that can be removed: `null` where its field was left empty. An expression that gives no value at all, as for a column
 * that is missing, removes nothing.
 */
export function clearable<T>(
	field: Field<T | undefined>,
	{ name, displayName }: Label,
): Field<T | null> {
	return {
		properties: field.properties,
		read: (form) =>
			form.value(name) === undefined
				? form.refuse(displayName, 'has no value; to remove it, leave the field empty')
				: (field.read(form) ?? null),
	};
}

/** Text that can be removed. */
export function clearableText(spec: Label & { readonly rows?: number }): Field<string | null> {
	return clearable(text(spec), spec);
}

const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;

/** Whether a text has the form of a mail address. */
export function isEmail(text: string): boolean {
	return EMAIL.test(text);
}

/** A mail address; only its form is checked. */
export function email(spec: Label): Field<string | undefined> {
	return {
		properties: [{ ...spec, type: 'string', default: '' }],
		read(form) {
			const address = readText(form, spec);
			if (address === undefined || isEmail(address)) return address;
			return form.refuse(
				spec.displayName,
				`${shown(address)} is not a mail address, e.g. ada@example.com`,
			);
		},
	};
}

/** A whole number within bounds. */
export function wholeNumber(
	spec: Label & { readonly min: number; readonly max?: number; readonly default: number },
): Field<number> {
	const { min, max, default: preset, ...label } = spec;
	const range = max === undefined ? `of at least ${min}` : `from ${min} to ${max}`;
	return {
		properties: [
			{
				...label,
				type: 'number',
				typeOptions: { minValue: min, ...(max !== undefined && { maxValue: max }) },
				default: preset,
			},
		],
		read(form) {
			const value = form.value(label.name);
			if (isBlank(value)) return preset;
			const number = typeof value === 'string' ? Number(value) : value;
			if (
				typeof number === 'number' &&
				Number.isInteger(number) &&
				number >= min &&
				(max === undefined || number <= max)
			) {
				return number;
			}
			return form.refuse(
				label.displayName,
				`must be a whole number ${range}, but is ${shown(value)}`,
			);
		},
	};
}

/** A switch. */
export function toggle(spec: Label & { readonly default?: boolean }): Field<boolean> {
	const { default: preset = false, ...label } = spec;
	return {
		properties: [{ ...label, type: 'boolean', default: preset }],
		read(form) {
			const value = form.value(label.name);
			if (isBlank(value)) return preset;
			if (value === true || value === 'true') return true;
			if (value === false || value === 'false') return false;
			return form.refuse(label.displayName, `must be true or false, but is ${shown(value)}`);
		},
	};
}

/** A switch whose mistake would do harm: once added, it must not be left to an expression that gives nothing. */
export function deliberateToggle(spec: Label): Field<boolean> {
	const { properties, read } = toggle(spec);
	return {
		properties,
		demandsValue: 'always',
		read: (form) => (isBlank(form.value(spec.name)) ? refuseBlank(form, spec) : read(form)),
	};
}

function refuseBlank(form: Form, { displayName }: Pick<Label, 'displayName'>): never {
	return form.refuse(displayName, 'has no value. Set one, or mend the expression');
}

/** The same label for a field in which n8n shows no placeholder, as it is never empty; errors may still take an example from it. */
export function withoutPlaceholder(label: Label): Label {
	const { name, displayName, description, hint } = label;
	return { displayName, name, description, ...(hint !== undefined && { hint }) };
}

/** One entry of a closed list. */
export interface Choice<V extends string> {
	readonly name: string;
	readonly value: V;
	readonly description?: string;
}

interface ChoiceSpec<V extends string> extends Label {
	readonly options: ReadonlyArray<Choice<V>>;
	readonly default: NoInfer<V>;
}

/**
 * One of a closed list of values; anything else, as from an expression, is refused.
 * @param tidy makes a value of what other systems write for it
 */
export function choice<const V extends string>(
	spec: ChoiceSpec<V>,
	tidy: (value: unknown) => unknown = (value) => value,
): Field<V> {
	const { options, default: preset, ...label } = spec;
	return {
		properties: [{ ...label, type: 'options', options: [...options], default: preset }],
		read(form) {
			const value = form.value(label.name);
			if (isBlank(value)) return preset;
			const chosen = options.find((option) => option.value === tidy(value));
			if (chosen !== undefined) return chosen.value;
			const known = options.map((option) => option.value).join(', ');
			return form.refuse(label.displayName, `${shown(value)} is not one of: ${known}`);
		},
	};
}

/** The same where a guess could do harm: an expression that gives nothing is refused, whatever the default is. */
export function deliberateChoice<const V extends string>(spec: ChoiceSpec<V>): Field<V> {
	const { properties, read } = choice(spec);
	return {
		properties,
		read: (form) => (isBlank(form.value(spec.name)) ? refuseBlank(form, spec) : read(form)),
	};
}

/** A field of a collection whose absence would let through what was to be left out: once a person adds it, it must have a value. */
export function deliberate<T>(field: Field<T>): Field<T> {
	const [property] = field.properties;
	return {
		properties: field.properties,
		demandsValue: 'ofPeople',
		read: (form) =>
			property !== undefined && isBlank(form.value(property.name))
				? refuseBlank(form, property)
				: field.read(form),
	};
}
