import { type BulkContactsResult, type ContactRecord, contacts } from '../../api/contacts';
import { addSentence } from '../../transport/failures';
import type { ApiClient, Failure } from '../../transport/types';
import { attempt } from '../requests/attempt';
import { inWordsOfForm } from './fieldNames';
import { findContacts, keyOf } from './findContacts';
import { issuesIn, refusalOf } from './importIssues';
import type { Change, ImportRow } from './importRow';

/** What became of a row. */
export type Imported = { readonly row: ImportRow } & (
	| {
			readonly contact: ContactRecord;
			readonly notKept?: string;
			/** What became of it where that is not what was planned. */
			readonly instead?: Exclude<Change, 'created'>;
	  }
	| { readonly failure: Failure }
);

/**
 * What became of the rows of one request, those that failed last. meetergo answers with counts alone, so new contacts are
 * looked for, and all of them where the counts are not what was planned: what a contact holds is the truth, whatever is said.
 */
export async function outcomesOf(
	rows: readonly ImportRow[],
	result: BulkContactsResult | undefined,
	api: ApiClient,
): Promise<Imported[]> {
	const { byRow, others } = issuesIn(result, rows);
	for (const said of new Set(others)) api.hint(`meetergo said of the import: ${said}`);
	const isPlanned = isAsPlanned(rows, result);
	const toRead = isPlanned ? rows.filter(({ before }) => before === undefined) : rows;
	const reading = await attempt(() => readBack(toRead, api));
	const outcomes = rows.map((row): Imported => {
		const issue = byRow.get(row);
		if ('value' in reading) {
			if (isPlanned && row.before !== undefined) return { row, contact: row.foreseen };
			return outcomeOf(row, { contact: reading.value.get(row), issue, result }, api);
		}
		if (isPlanned) return { row, contact: row.foreseen };
		return { row, failure: issue === undefined ? unclear(reading.failure) : refusalOf(row, issue) };
	});
	if (isPlanned && 'failure' in reading) {
		const { message } = reading.failure;
		api.hint(`Contacts were created, but their IDs could not be read afterwards: ${message}.`);
	}
	const isFailed = (outcome: Imported) => 'failure' in outcome;
	return [...outcomes.filter((one) => !isFailed(one)), ...outcomes.filter(isFailed)];
}

/** Whether the counts prove that all was done. */
function isAsPlanned(
	rows: readonly ImportRow[],
	{ created = 0, updated = 0, issues = [] }: BulkContactsResult = {},
): boolean {
	const known = rows.filter(({ before }) => before !== undefined).length;
	return created === rows.length - known && updated === known && issues.length === 0;
}

interface Evidence {
	/** The contact as it is now. */
	readonly contact: ContactRecord | undefined;
	readonly issue: string | undefined;
	readonly result: BulkContactsResult | undefined;
}

function outcomeOf(row: ImportRow, { contact, issue, result }: Evidence, api: ApiClient): Imported {
	if (contact === undefined) return { row, failure: refusalOf(row, issue) };
	const { before } = row;
	const missing = row.lackedBy(contact);
	const isUntouched =
		before === undefined
			? missing.length > 0 && isCounted(result?.skipped)
			: missing.length >= row.lackedBy(before).length;
	if (isUntouched) {
		const isRefused = issue !== undefined || (before !== undefined && isCounted(result?.failed));
		return isRefused
			? { row, failure: refusalOf(row, issue) }
			: { row, contact, instead: 'unchanged' };
	}
	if (issue !== undefined) {
		const done = before === undefined ? 'created' : 'updated';
		api.hint(
			`${row.email} was ${done}, but meetergo has something to say: ${inWordsOfForm(issue)}`,
		);
	}
	// Somebody else made the contact after it was looked for.
	const isOfOthers = before === undefined && result?.created === 0 && isCounted(result.updated);
	return {
		row,
		contact,
		notKept: missing.join(', ') || undefined,
		instead: isOfOthers ? 'updated' : undefined,
	};
}

function isCounted(count: number | undefined): boolean {
	return count !== undefined && count > 0;
}

function unclear(failure: Failure): Failure {
	const doubt = 'The contact may have been written all the same: it could not be read afterwards.';
	return { ...addSentence(failure, doubt), mayHaveHappened: true };
}

/** Others may add contacts at the same time. */
const SOME_OTHERS = 200;

/** The contacts of rows as they are now. Those that were just made are the newest ones. */
async function readBack(
	rows: readonly ImportRow[],
	api: ApiClient,
): Promise<ReadonlyMap<ImportRow, ContactRecord>> {
	const open = new Map(rows.map((row) => [row.before?.id ?? keyOf(row), row]));
	const found = new Map<ImportRow, ContactRecord>();
	const made = rows.filter(({ before }) => before === undefined).length;
	if (made > 0) {
		const newest = { sortBy: 'createdAt', sortOrder: 'DESC' };
		for await (const contact of api.list(contacts, newest, made + SOME_OTHERS)) {
			const key = contact.email?.toLowerCase() ?? '';
			const row = open.get(key);
			if (row !== undefined) found.set(row, contact);
			open.delete(key);
			if (found.size === made) break;
		}
	}
	if (open.size === 0) return found;
	const others = await findContacts(open.keys(), api);
	for (const [key, row] of open) {
		const contact = others.get(key);
		if (contact !== undefined) found.set(row, contact);
	}
	return found;
}
