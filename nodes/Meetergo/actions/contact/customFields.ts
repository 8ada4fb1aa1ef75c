import type { IDataObject } from 'n8n-workflow';
import { dataFields } from '../../api/forms';
import { type Field, isBlank, shown } from '../../fields/field';
import { readRecord } from '../../fields/labelledTexts';
import { ifReadable } from '../../transport/ifReadable';
import { inputFailure } from '../../transport/nodeErrors';
import type { ApiClient } from '../../transport/types';
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

/** What data fields may be called, in small letters, and their names. Of one label that several of them have, none is meant. */
type Names = ReadonlyMap<string, string | undefined>;

/**
 * The data fields of the company; `undefined` where the key may not read them, which takes another permission than contacts,
 * and a user to act as. A failure is remembered as well: a thousand items need not wait for it one after the other.
 */
async function knownNames(api: ApiClient): Promise<Names | undefined> {
	const reading = await api.perRun('names of data fields', () =>
		attempt(() => ifReadable(() => readNames(api), api)),
	);
	return 'value' in reading ? reading.value : api.fail(reading.failure);
}

async function readNames(api: ApiClient): Promise<Names> {
	const byLabel = new Map<string, string | undefined>();
	const byName = new Map<string, string>();
	for await (const { name, label: text } of api.list(dataFields)) {
		if (name === undefined) continue;
		byName.set(name.toLowerCase(), name);
		const key = text?.toLowerCase();
		if (key !== undefined) byLabel.set(key, byLabel.has(key) ? undefined : name);
	}
	return new Map([...byLabel, ...byName]);
}

/**
 * Custom fields under the names meetergo knows. It would keep a misspelt name without a word, where nobody sees it, so an
 * unknown one is refused; a label is taken for its name.
 */
export async function namedCustomFields(
	given: IDataObject | undefined,
	api: ApiClient,
): Promise<IDataObject | undefined> {
	if (given === undefined) return undefined;
	const names = await knownNames(api);
	if (names === undefined) {
		api.hint(
			'The names of custom fields could not be checked: this key may not read the data fields.',
		);
		return given;
	}
	const entries = Object.entries(given).map(([name, value]) => [
		names.get(name.toLowerCase()) ?? refuseName(name, names, api),
		value,
	]);
	return Object.fromEntries(entries);
}

function refuseName(name: string, names: Names, api: ApiClient): never {
	const known = [...new Set(names.values())].filter((one) => one !== undefined);
	const others = known.length === 0 ? 'there are none yet' : `known are: ${known.join(', ')}`;
	const reason = `${shown(name)} is no data field of this company; ${others}`;
	return api.fail(inputFailure(label.displayName, reason));
}
