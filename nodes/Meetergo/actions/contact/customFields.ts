import type { IDataObject } from 'n8n-workflow';
import { dataFields } from '../../api/forms';
import { type Asked, askedBy } from '../../api/questions';
import { type Field, isBlank, shown } from '../../fields/field';
import { readRecord } from '../../fields/labelledTexts';
import { ifReadable } from '../../transport/ifReadable';
import { inputFailure } from '../../transport/nodeErrors';
import type { ApiClient } from '../../transport/types';
import { answerValue } from '../answers/answerValue';
import { attempt } from '../requests/attempt';

const label = {
	displayName: 'Custom Fields (JSON)',
	name: 'customFields',
	placeholder: 'e.g. {"industry": "construction"}',
	description:
		'Values by the names or labels of data fields, as set up in meetergo; null removes a value, others stay',
};

/** Values by the names of data fields; `null` removes one. Blank texts say nothing: an empty cell of a table wipes nothing. */
export const customFields: Field<IDataObject | undefined> = {
	properties: [{ ...label, type: 'json', default: '{}' }],
	read(form) {
		const values = Object.entries(readRecord(form, label))
			.filter(([, value]) => value === null || !isBlank(value))
			.map(([name, value]) => [name.trim(), value]);
		return values.length === 0 ? undefined : (Object.fromEntries(values) as IDataObject);
	},
};

interface KnownField {
	readonly name: string;
	readonly asked: Asked;
}

/** Data fields by what they may be called, in small letters. Of one label that several of them have, none is meant. */
type KnownFields = ReadonlyMap<string, KnownField | undefined>;

/**
 * The data fields of the company; `undefined` where the key may not read them, which takes another permission than contacts,
 * and a user to act as. A failure is remembered as well: a thousand items need not wait for it one after the other.
 */
async function knownFields(api: ApiClient): Promise<KnownFields | undefined> {
	const reading = await api.perRun('data fields by their names', () =>
		attempt(() => ifReadable(() => readFields(api), api)),
	);
	return 'value' in reading ? reading.value : api.fail(reading.failure);
}

async function readFields(api: ApiClient): Promise<KnownFields> {
	const byLabel = new Map<string, KnownField | undefined>();
	const byName = new Map<string, KnownField>();
	for await (const field of api.list(dataFields)) {
		const { name, label: text } = field;
		if (!name) continue;
		const known = { name, asked: askedBy(field) };
		byName.set(name.toLowerCase(), known);
		const key = text?.toLowerCase();
		if (key !== undefined) byLabel.set(key, byLabel.has(key) ? undefined : known);
	}
	return new Map([...byLabel, ...byName]);
}

/**
 * Custom fields under the names meetergo knows, with values that their data fields take. It would keep a misspelt name
 * without a word, where nobody sees it, so an unknown one is refused; a label is taken for its name.
 */
export async function namedCustomFields(
	given: IDataObject | undefined,
	api: ApiClient,
): Promise<IDataObject | undefined> {
	if (given === undefined) return undefined;
	const fields = await knownFields(api);
	if (fields === undefined) {
		api.hint('Custom fields could not be checked: this key may not read the data fields.');
		return given;
	}
	const entries = Object.entries(given).map(([key, value]) => {
		const { name, asked } = fields.get(key.toLowerCase()) ?? refuseName(key, fields, api);
		if (value === null) return [name, value];
		const reading = answerValue(asked, value);
		return 'refusal' in reading
			? refuse(`the value of ${shown(key)} ${reading.refusal}`, api)
			: [name, reading.value];
	});
	return Object.fromEntries(entries);
}

/** More names than these are not read. */
const MOST_NAMES = 10;

function refuseName(key: string, fields: KnownFields, api: ApiClient): never {
	const names = [...new Set([...fields.values()].flatMap((field) => field?.name ?? []))];
	const wanted = pairsOf(key);
	const likeness = (name: string) => {
		const pairs = pairsOf(name);
		return (
			pairs.filter((pair) => wanted.includes(pair)).length / (1 + pairs.length + wanted.length)
		);
	};
	const first = names
		.sort((a, b) => likeness(b) - likeness(a))
		.slice(0, MOST_NAMES)
		.join(', ');
	const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
	const others = names.length === 0 ? 'there are none yet' : `known are: ${first}${more}`;
	return refuse(`${shown(key)} is no data field of this company; ${others}`, api);
}

/** The letters of a name two by two: misspelt names share most of them. */
function pairsOf(name: string): string[] {
	const letters = name.toLowerCase();
	return Array.from(letters.slice(1), (letter, at) => `${letters[at]}${letter}`);
}

function refuse(reason: string, api: ApiClient): never {
	return api.fail(inputFailure(label.displayName, reason));
}
