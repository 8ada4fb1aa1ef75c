import { type Field, type Fields, type Form, propertiesOf } from './field';

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
