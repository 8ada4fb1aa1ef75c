import type { BulkContactsResult } from '../../api/contacts';
import { failureOf } from '../../transport/failures';
import { isObject } from '../../transport/isObject';
import type { Failure } from '../../transport/types';
import { inWordsOfForm, namingField, SENT_UNDER_OTHER_NAMES } from './fieldNames';
import { keyOf } from './findContacts';
import type { ImportRow } from './importRow';

interface Issues {
	readonly byRow: ReadonlyMap<ImportRow, string>;
	/** Those that name no row. */
	readonly others: readonly string[];
}

/** What meetergo says of an import. The shape of an issue is unpublished: a mail address or a place may name the row. */
export function issuesIn(
	result: BulkContactsResult | undefined,
	rows: readonly ImportRow[],
): Issues {
	const rowsByKey = new Map(rows.map((row) => [keyOf(row), row]));
	const byRow = new Map<ImportRow, string>();
	const others: string[] = [];
	for (const issue of result?.issues ?? []) {
		const { email, index, message, reason, error } = isObject(issue) ? issue : {};
		const row =
			rowsByKey.get(String(email).toLowerCase()) ??
			(typeof index === 'number' ? rows[index] : undefined);
		const said = String(message ?? reason ?? error ?? JSON.stringify(issue));
		if (row === undefined) others.push(inWordsOfForm(said));
		else byRow.set(row, said);
	}
	return { byRow, others };
}

/**
 * Why a row was not written.
 * @param issue what meetergo said of it
 */
export function refusalOf(row: ImportRow, issue: string | undefined): Failure {
	const verb = row.before === undefined ? 'create' : 'update';
	if (issue === undefined) {
		const advice = `It did not ${verb} the contact, and gave no reason.`;
		return failureOf('requestRefused', { advice });
	}
	const fields = Object.keys(SENT_UNDER_OTHER_NAMES)
		.filter((name) => issue.includes(name))
		.map((field) => ({ field, message: issue }));
	const detail = `meetergo answered: ${inWordsOfForm(issue)}`;
	return namingField(failureOf('requestRefused', { detail, fields }));
}
