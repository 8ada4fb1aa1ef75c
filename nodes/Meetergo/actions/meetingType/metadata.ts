import type { Field } from '../../fields/field';
import { textsInObject } from '../../fields/labelledTexts';

const displayName = 'Metadata (JSON)';

const anyTexts = textsInObject({
	displayName,
	name: 'metadata',
	placeholder: 'e.g. {"crm_id": "4711"}',
	description: 'Texts of your own, which webhooks pass on; at most 20 of 500 characters',
});

/** Texts by keys; none at all means "not set". The API's limits are 20 of them and 500 characters each. */
export const metadata: Field<Readonly<Record<string, string>> | undefined> = {
	properties: anyTexts.properties,
	read(form) {
		const texts = anyTexts.read(form);
		const count = Object.keys(texts).length;
		if (count === 0) return undefined;
		if (count > 20) return form.refuse(displayName, `takes 20 texts at most, but got ${count}`);
		const long = Object.entries(texts).find(([, text]) => text.length > 500);
		if (long === undefined) return texts;
		const [key, { length }] = long;
		return form.refuse(displayName, `"${key}" may have 500 characters at most, but has ${length}`);
	},
};
