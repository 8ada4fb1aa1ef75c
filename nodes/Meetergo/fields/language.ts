import { type Choice, choice, type Label } from './basic';
import type { Field } from './field';

/** The languages meetergo knows. */
export type Language = 'da' | 'de' | 'en' | 'es' | 'fr' | 'it' | 'nl' | 'no' | 'pl' | 'sv' | 'tr';

/** One of meetergo's languages. A tag with a country, as in `de-AT`, stands for its language. */
export function language(label: Label): Field<Language> {
	return choice({ ...label, options: languages, default: 'en' }, withoutCountry);
}

const languages: ReadonlyArray<Choice<Language>> = [
	{ name: 'Danish', value: 'da' },
	{ name: 'Dutch', value: 'nl' },
	{ name: 'English', value: 'en' },
	{ name: 'French', value: 'fr' },
	{ name: 'German', value: 'de' },
	{ name: 'Italian', value: 'it' },
	{ name: 'Norwegian', value: 'no' },
	{ name: 'Polish', value: 'pl' },
	{ name: 'Spanish', value: 'es' },
	{ name: 'Swedish', value: 'sv' },
	{ name: 'Turkish', value: 'tr' },
];

function withoutCountry(tag: unknown): unknown {
	if (typeof tag !== 'string') return tag;
	const [code = ''] = tag.trim().toLowerCase().split(/[-_]/, 1);
	return NORWEGIAN.has(code) ? 'no' : code;
}

/** Its two written forms have codes of their own. */
const NORWEGIAN: ReadonlySet<string> = new Set(['nb', 'nn']);
