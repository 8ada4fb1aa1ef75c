import { requiredText, text } from './basic';
import type { Field } from './field';

const label = {
	displayName: 'Name',
	name: 'name',
	placeholder: 'e.g. Site survey',
	description: 'What it is called, for hosts and attendees',
};

/** What people call a record. */
export const name = requiredText(label);

/** Another name for a record, among the fields to update. */
export const newName = text(label);

const anySlug = text({
	displayName: 'Slug',
	name: 'slug',
	placeholder: 'e.g. site-survey',
	description:
		'Its part of the booking address. After a change, addresses that people have stop working.',
});

/** A part of a booking address. The server normalises it, so that only what it would change beyond recognition is refused. */
export function slug({ atLeast }: { readonly atLeast: number }): Field<string | undefined> {
	return {
		properties: anySlug.properties,
		read(form) {
			const given = anySlug.read(form);
			if (given === undefined) return undefined;
			if (!/^[a-z0-9-]+$/i.test(given)) {
				return form.refuse('Slug', 'may hold letters without accents, digits and dashes only');
			}
			return given.length >= atLeast
				? given.toLowerCase()
				: form.refuse('Slug', `must have at least ${atLeast} characters`);
		},
	};
}
