import type { INodeProperties } from 'n8n-workflow';

/**
 * The expression of what n8n shows below a node on the canvas: the chosen options of some fields, in the words of the form
 * instead of the values that are stored.
 */
export function subtitleOf(form: readonly INodeProperties[], ...names: string[]): string {
	const chosen = names.map((name) => {
		const words = JSON.stringify(wordsOf(form, name));
		return `[$parameter["${name}"]].flat().map((value) => (${words})[value] ?? value).join(", ")`;
	});
	return `={{ ${chosen.join(' + ": " + ')} }}`;
}

/** The names of a field's options by their values; a value means the same wherever the field is shown. */
function wordsOf(form: readonly INodeProperties[], name: string): Readonly<Record<string, string>> {
	const options = form
		.filter((property) => property.name === name)
		.flatMap((property) => property.options ?? []);
	return Object.fromEntries(
		options.flatMap((option) => ('value' in option ? [[option.value, option.name]] : [])),
	);
}
