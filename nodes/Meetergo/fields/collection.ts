import type { INodeProperties } from 'n8n-workflow';
import { type Field, type Fields, type Form, isBlank, propertiesOf } from './field';

/** What a collection gives: only what the user added is there. */
export type Added<F extends Fields> = {
	readonly [K in keyof F]?: F[K] extends Field<infer T> ? T : never;
};

/** Reads only the fields the user added, so that "not added" and "added and empty" stay different. */
function readAdded<F extends Fields>(fields: F, form: Form): Added<F> {
	const entries = Object.entries(fields)
		.filter(([, { properties, demandsValue }]) => {
			const isDemanded = demandsValue === 'always' || (demandsValue !== undefined && !form.byAgent);
			return properties.some(
				(property) => isSet(property, form) || (isDemanded && form.has(property.name)),
			);
		})
		.map(([name, field]) => [name, field.read(form)]);
	return Object.fromEntries(entries) as Added<F>;
}

/** Only a text can be empty: a number or a choice that an expression leaves empty has no value. */
function isSet({ name, type }: INodeProperties, form: Form): boolean {
	const value = form.value(name);
	return type === 'string' ? value !== undefined : !isBlank(value);
}

interface Spec<F extends Fields> {
	readonly name: string;
	readonly displayName: string;
	readonly placeholder: string;
	readonly fields: F;
}

/** Optional fields that the user adds one by one. n8n wants them in alphabetical order. */
export function collection<const F extends Fields>(spec: Spec<F>): Field<Added<F>> {
	const { fields, ...label } = spec;
	const options = propertiesOf(fields).sort((a, b) => a.displayName.localeCompare(b.displayName));
	return {
		properties: [{ ...label, type: 'collection', default: {}, options }],
		read: (form) => readAdded(fields, form.within(spec.name)),
	};
}

/** A field that changes something by itself. */
interface Besides {
	readonly displayName: string;
	isEntered(form: Form): boolean;
}

/**
 * What to change of a record: what is not added stays as it is, and something has to be added.
 * @param besides another field of the form that may change something already
 */
export function changes<const F extends Fields>(spec: Spec<F>, besides?: Besides): Field<Added<F>> {
	const { properties, read } = collection(spec);
	return {
		properties,
		read(form) {
			const added = read(form);
			if (Object.values(added).some((value) => value !== undefined)) return added;
			if (besides?.isEntered(form)) return added;
			const other = besides ? `, or enter ${besides.displayName}` : '';
			return form.refuse(spec.displayName, `add at least one field that has a value${other}`);
		},
	};
}

/** The usual collection of changes. */
export function updateFields<const F extends Fields>(
	fields: F,
	besides?: Besides,
): Field<Added<F>> {
	const label = { displayName: 'Update Fields', name: 'updateFields', placeholder: 'Add field' };
	return changes({ ...label, fields }, besides);
}

/** The usual collection of what narrows a list. */
export function filterFields<const F extends Fields>(fields: F): Field<Added<F>> {
	return collection({ displayName: 'Filters', name: 'filters', placeholder: 'Add filter', fields });
}
