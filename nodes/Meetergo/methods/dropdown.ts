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

/** The API client behind an open dropdown, in the name of the user chosen in the form. */
export async function dropdownClient(context: ILoadOptionsFunctions): Promise<ApiClient> {
	const authentication = context.getCurrentNodeParameter('authentication');
	const connection = await connect(context, credentialType(authentication), (failure) => {
		throw toNodeError(context.getNode(), failure);
	});
	const user =
		authentication === 'platformApiKey'
			? context.getCurrentNodeParameter('actingUser', { extractValue: true })
			: undefined;
	return connection.client({
		...(typeof user === 'string' && user !== '' && { actingUser: user }),
		maxWaitMs: PATIENCE_MS,
		attemptTimeoutMs: PATIENCE_MS,
	});
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
