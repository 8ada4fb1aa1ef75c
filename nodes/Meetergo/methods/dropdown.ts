import { DateTime } from 'luxon';
import { type IDataObject, type ILoadOptionsFunctions, jsonParse } from 'n8n-workflow';
import { credentialType } from '../fields/authentication';
import { connect } from '../transport/connect';
import { failureOf } from '../transport/failures';
import { toNodeError } from '../transport/nodeErrors';
import type { ApiClient, Listing } from '../transport/types';

/** A person waits in front of the list. */
const PATIENCE_MS = 8_000;

/** Entries a page of a list that is too long to be read whole. */
const PAGE_SIZE = 50;

/** The API client behind an open dropdown, in the name of the user chosen in the form or of the credential's default. */
export async function dropdownClient(
	context: ILoadOptionsFunctions,
	inNameOf: 'chosenUser' | 'defaultUser' = 'chosenUser',
): Promise<ApiClient> {
	const authentication = context.getCurrentNodeParameter('authentication');
	const connection = await connect(context, credentialType(authentication), {
		fail(failure) {
			throw toNodeError(context.getNode(), failure);
		},
		// An open list has no place for hints.
		hint: () => {},
	});
	const namesUser = authentication === 'platformApiKey' && inNameOf === 'chosenUser';
	return connection.client({
		actingUser: namesUser ? chosenId(context, 'actingUser') : undefined,
		maxWaitMs: PATIENCE_MS,
		attemptTimeoutMs: PATIENCE_MS,
		lane: 'urgent',
	});
}

/** The id that a locator of the form holds while a list is opened. */
export function chosenId(context: ILoadOptionsFunctions, name: string): string | undefined {
	const value = context.getCurrentNodeParameter(name, { extractValue: true });
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A start as lists show it, in the zone of the workflow. */
export function startOf(start: string, zone: string): string {
	return DateTime.fromISO(start, { zone }).toFormat('yyyy-MM-dd HH:mm');
}

/** Whether an entry answers to what was typed into the search. */
export function matches(filter: string | undefined, ...texts: Array<string | undefined>): boolean {
	const wanted = filter?.trim().toLowerCase() ?? '';
	return texts.some((text) => text?.toLowerCase().includes(wanted));
}

/** One page of a long list; `token` is the `next` of the page before. */
export async function onePage<T>(
	api: ApiClient,
	listing: Listing<T>,
	query: IDataObject,
	token: string | undefined,
): Promise<{ readonly records: readonly T[]; readonly next?: string }> {
	const keys = token === undefined ? listing.first(PAGE_SIZE) : jsonParse<IDataObject>(token);
	const page = listing.read(await api.get(listing.path, { ...query, ...keys }), keys);
	if (page === undefined) return api.fail(failureOf('unreadableAnswer'));
	return { records: page.records, ...(page.next && { next: JSON.stringify(page.next) }) };
}
