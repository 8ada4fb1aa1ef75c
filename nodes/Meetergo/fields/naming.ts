import { type Label, requiredText, text } from './basic';
import type { Field } from './field';

const label = {
	displayName: 'Name',
	name: 'name',
	placeholder: 'e.g. Consultation',
	description: 'What it is called',
};

/** What people call a record. */
export const name = requiredText(label);

/** Another name for a record, among the fields to update. */
export const newName = text(label);

/**
 * A part of a booking address. The server makes letters small; what it would change beyond recognition is refused.
 * @param spec `atLeast`: the fewest characters it may have
 */
export function slug(spec: Label & { readonly atLeast: number }): Field<string | undefined> {
	const { atLeast, ...visible } = spec;
	const { displayName } = visible;
	const given = text(visible);
	return {
		properties: given.properties,
		read(form) {
			const entered = given.read(form);
			if (entered === undefined) return undefined;
			if (!/^[a-z0-9-]+$/i.test(entered)) {
				return form.refuse(displayName, 'may hold letters without accents, digits and dashes only');
			}
			return entered.length >= atLeast
				? entered.toLowerCase()
				: form.refuse(displayName, `must have at least ${atLeast} characters`);
		},
	};
}
