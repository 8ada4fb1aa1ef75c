import { type BulkContactsResult, type ContactRecord, contacts } from '../../api/contacts';
import { isRecord } from '../../fields/field';
import { failureOf } from '../../transport/failures';
import type { ApiClient, Failure } from '../../transport/types';
import { attempt } from '../requests/attempt';
import { without } from '../requests/onlySet';
import { missingIn } from './body';
import { findContacts, keyOf } from './findContacts';
import type { ImportRow } from './importRow';

/** What became of a row. */
export type Imported = { readonly row: ImportRow } & (
	| { readonly contact: ContactRecord; readonly notKept?: string }
	| { readonly failure: Failure }
);

/** What became of the rows of one request. meetergo answers with counts alone, so new contacts are looked for. */
export async function outcomesOf(
	rows: readonly ImportRow[],
	result: BulkContactsResult | undefined,
	api: ApiClient,
): Promise<Imported[]> {
	const issues = issuesIn(result, rows);
	const made = rows.filter((row) => row.before === undefined && !issues.has(row));
	const looking = await attempt(() => findNew(made, api));
	if ('failure' in looking) {
		const { message } = looking.failure;
		api.hint(`Contacts were created, but their IDs could not be read afterwards: ${message}.`);
	}
	return rows.map((row) => {
		const issue = issues.get(row);
		if (issue !== undefined) {
			const detail = `meetergo answered: ${issue}`;
			return { row, failure: failureOf('requestRefused', { detail }) };
		}
		if (row.before !== undefined) return { row, contact: row.after(row.before) };
		if ('failure' in looking) return { row, contact: row.after({ id: '', email: row.email }) };
		const contact = looking.value.get(keyOf(row));
		if (contact === undefined) {
			return { row, failure: failureOf('requestRefused', { advice: WITHOUT_A_WORD }) };
		}
		return { row, contact, notKept: notKept(row, contact) };
	});
}

const WITHOUT_A_WORD = 'It did not create the contact, and gave no reason.';

/** What meetergo objects to in single rows. The shape of an issue is unpublished: a mail address or a place may name the row. */
function issuesIn(
	result: BulkContactsResult | undefined,
	rows: readonly ImportRow[],
): ReadonlyMap<ImportRow, string> {
	const byKey = new Map(rows.map((row) => [keyOf(row), row]));
	const issues = new Map<ImportRow, string>();
	for (const issue of (result?.issues ?? []).filter(isRecord)) {
		const row = byKey.get(String(issue.email).toLowerCase()) ?? rows[Number(issue.index)];
		const said = issue.message ?? issue.reason ?? issue.error ?? JSON.stringify(issue);
		if (row !== undefined) issues.set(row, String(said));
	}
	return issues;
}

/** A contact tells these two by other names. */
const TOLD_OTHERWISE = ['accountOwnerEmail', 'crmCompanyRef'];

function notKept(row: ImportRow, contact: ContactRecord): string | undefined {
	const paths = missingIn(contact, without(row.body ?? {}, ...TOLD_OTHERWISE));
	return paths.join(', ') || undefined;
}

/** Others may add contacts at the same time. */
const SOME_OTHERS = 200;

/** Contacts that were just made, by mail address in lower case: they are the newest ones. */
async function findNew(
	rows: readonly ImportRow[],
	api: ApiClient,
): Promise<ReadonlyMap<string, ContactRecord>> {
	const open = new Set(rows.map(keyOf));
	const found = new Map<string, ContactRecord>();
	if (open.size === 0) return found;
	const newest = { sortBy: 'createdAt', sortOrder: 'DESC' };
	for await (const contact of api.list(contacts, newest, open.size + SOME_OTHERS)) {
		const key = contact.email?.toLowerCase() ?? '';
		if (open.delete(key)) found.set(key, contact);
		if (open.size === 0) return found;
	}
	return new Map([...found, ...(await findContacts(open, api))]);
}
