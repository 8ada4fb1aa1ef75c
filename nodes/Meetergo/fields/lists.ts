import { type Choice, isEmail, type Label } from './basic';
import { type Field, type Form, isBlank, parseJson, shown } from './field';

/** A list of texts: in one text with separators, or a list from an expression. */
export function readList(
	form: Form,
	label: Pick<Label, 'name' | 'displayName'>,
	separator = ',',
): string[] {
	const parts = partsOf(form.value(label.name), separator).filter((part) => !isBlank(part));
	const wrong = parts.find((part) => typeof part === 'object');
	if (wrong !== undefined) {
		return form.refuse(label.displayName, `must be a list of texts, but holds ${shown(wrong)}`);
	}
	return parts.map((part) => String(part).trim());
}

function partsOf(value: unknown, separator: string): readonly unknown[] {
	if (Array.isArray(value)) return value;
	if (typeof value !== 'string') return [value];
	return jsonList(value) ?? value.split(separator);
}

/** A list that became text on its way here, as in a column of a table. */
function jsonList(text: string): readonly unknown[] | undefined {
	if (!text.trim().startsWith('[')) return undefined;
	const list = parseJson(text);
	return Array.isArray(list) ? list : undefined;
}

/** Several short texts: separated by commas, or a list from an expression. */
export function textList(spec: Label): Field<readonly string[]> {
	return {
		properties: [{ ...spec, type: 'string', default: '' }],
		read: (form) => readList(form, spec),
	};
}

/** Several mail addresses: separated by commas, or a list from an expression. */
export function emails(spec: Label & { readonly atMost: number }): Field<readonly string[]> {
	const { atMost, ...label } = spec;
	return {
		properties: [{ ...label, type: 'string', default: '' }],
		read(form) {
			const addresses = readList(form, label);
			const wrong = addresses.find((address) => !isEmail(address));
			if (wrong !== undefined) {
				return form.refuse(label.displayName, `${shown(wrong)} is not a mail address`);
			}
			if (addresses.length > atMost) {
				return form.refuse(
					label.displayName,
					`takes ${atMost} addresses at most, but got ${addresses.length}`,
				);
			}
			return addresses;
		},
	};
}

/** Several whole numbers within bounds: separated by commas, or a list from an expression. */
export function wholeNumbers(
	spec: Label & { readonly min: number; readonly max: number },
): Field<readonly number[]> {
	const { min, max, ...label } = spec;
	return {
		properties: [{ ...label, type: 'string', default: '' }],
		read: (form) =>
			readList(form, label).map((part) => {
				const number = Number(part);
				return Number.isInteger(number) && number >= min && number <= max
					? number
					: form.refuse(
							label.displayName,
							`must hold whole numbers from ${min} to ${max}, but holds ${shown(part)}`,
						);
			}),
	};
}

/** Several texts that may hold commas: one a line, or a list from an expression. */
export function lines(spec: Label): Field<readonly string[]> {
	return {
		properties: [{ ...spec, type: 'string', typeOptions: { rows: 2 }, default: '' }],
		read: (form) => readList(form, spec, '\n'),
	};
}

/**
 * Several of a closed list of values; from an expression also as text, separated by commas.
 * @param tidy makes a value of what people write for it
 */
export function choices<const V extends string>(
	spec: Label & { readonly options: ReadonlyArray<Choice<V>> },
	tidy: (value: string) => string = (value) => value,
): Field<readonly V[]> {
	const { options, ...label } = spec;
	return {
		properties: [{ ...label, type: 'multiOptions', options: [...options], default: [] }],
		read: (form) =>
			readList(form, label).map((value) => {
				const chosen = options.find((option) => option.value === tidy(value));
				if (chosen !== undefined) return chosen.value;
				const known = options.map((option) => option.value).join(', ');
				return form.refuse(label.displayName, `${shown(value)} is not one of: ${known}`);
			}),
	};
}

/** The same list, with nothing in it meaning "not set": an empty cell of a table wipes nothing. */
export function filled<T>(field: Field<readonly T[]>): Field<readonly T[] | undefined> {
	return {
		properties: field.properties,
		read(form) {
			const list = field.read(form);
			return list.length === 0 ? undefined : list;
		},
	};
}
