import type { BulkContactsResult } from '../../api/contacts';
import { failureOf } from '../../transport/failures';
import { root } from '../../transport/path';
import type { ApiClient, Failure } from '../../transport/types';
import { attempt } from '../requests/attempt';
import { chunks } from '../requests/chunks';
import { inWordsOfForm, namingField } from './fieldNames';
import { type Imported, outcomesOf } from './importOutcomes';
import type { ImportRow } from './importRow';

/** As many as one request takes; meetergo allows three such requests a minute. */
const MOST_AT_ONCE = 1000;

/** Writes contacts in as few requests as possible; what holds everything already is not written. */
export async function* importRows(
	rows: readonly ImportRow[],
	api: ApiClient,
): AsyncIterable<Imported> {
	for (const row of rows) {
		if (row.before !== undefined && row.body === undefined) yield { row, contact: row.before };
	}
	const toWrite = rows.filter(({ body }) => body !== undefined);
	for (const mayUpdate of [false, true]) {
		const alike = toWrite.filter((row) => row.mayUpdate === mayUpdate);
		for (const chunk of chunks(alike, MOST_AT_ONCE)) yield* importChunk(chunk, mayUpdate, api);
	}
}

/** One contact that meetergo cannot take makes it refuse all of them, so the others are sent once more. */
async function* importChunk(
	rows: readonly ImportRow[],
	updateExisting: boolean,
	api: ApiClient,
): AsyncIterable<Imported> {
	if (rows.length === 0) return;
	const body = { contacts: rows.flatMap(({ body: contact }) => contact ?? []), updateExisting };
	// Contacts are known by their mail address, so a second request makes none twice.
	const sending = await attempt(() =>
		api.change<BulkContactsResult>('POST', root`/crm/bulk`, { body }),
	);
	if ('value' in sending) {
		yield* await outcomesOf(rows, sending.value, api);
		return;
	}
	const refused = refusedAmong(rows, sending.failure);
	for (const [row, failure] of refused) yield { row, failure };
	const others = rows.filter((row) => !refused.has(row));
	yield* importChunk(others, updateExisting, api);
}

/** The rows a refusal names, as in `contacts.17.email must be an email`; all of them where it names none. */
function refusedAmong(
	rows: readonly ImportRow[],
	failure: Failure,
): ReadonlyMap<ImportRow, Failure> {
	const named = new Map<ImportRow, Failure>();
	for (const { field, message } of failure.fields) {
		const [place = '', at, name = ''] = /^contacts[.[](\d+)\]?\.?(\w*)/.exec(field) ?? [];
		const row = at === undefined ? undefined : rows[Number(at)];
		if (row === undefined) continue;
		// Which place it had in the request says nothing to a person.
		const said = inWordsOfForm(message.replace(place, name));
		const refusal = failureOf('requestRefused', {
			detail: `meetergo answered: ${said}`,
			fields: [{ field: name, message: said }],
			httpCode: failure.httpCode,
		});
		named.set(row, namingField(refusal));
	}
	return named.size > 0 ? named : new Map(rows.map((row) => [row, failure]));
}
