import type { IDataObject } from 'n8n-workflow';

import { join } from 'node:path';
import { runNode, type RunNodeResult } from '../engine/runNode.cts';
import type { GivenCredentials } from '../engine/credentialsHelper.cts';
import { credentials } from '../sandbox/seed.cts';

/** What the credential allows, by real minutes. */
export interface Rates {
	readonly requestsPerMinute: number;
	readonly burst: number;
	readonly processes: number;
}

/** So generous that nothing waits for it. */
export const UNLIMITED: Rates = { requestsPerMinute: 10_000_000, burst: 10_000_000, processes: 1 };

/** A package whose node loops over n8n's helper; it bears the credential of this package. */
export const BARE = { type: 'n8n-nodes-bench.bare', packageRoot: join(__dirname, 'fixture') };

/** The admin's credential for a sandbox. */
export function accessTo(url: string, rates: Rates = UNLIMITED): GivenCredentials {
	const data = { ...rates, accessToken: credentials.adminToken, baseUrl: `${url}/v4` };
	return { meetergoPersonalAccessTokenApi: data };
}

/** Where a credential leads, `/v4` included. */
export function baseUrlOf(access: GivenCredentials): string {
	return String(access.meetergoPersonalAccessTokenApi?.baseUrl);
}

/**
 * Reads bookings through the node, one request for each of the `items`, which hold an `id`.
 * @param bookingId which to read; what the item holds if not given
 */
export async function readByNode(
	items: IDataObject[],
	access: GivenCredentials,
	bookingId = '={{ $json.id }}',
): Promise<RunNodeResult> {
	return await runNode({
		parameters: {
			authentication: 'personalAccessToken',
			resource: 'booking',
			operation: 'get',
			bookingId: { __rl: true, mode: 'id', value: bookingId },
			output: 'raw',
		},
		items,
		credentials: access,
		onError: 'continueRegularOutput',
	});
}

/**
 * Reads the same bookings in a loop over n8n's helper, so many at once.
 * @param way whether the loop takes the ID from the item, or from a parameter with an expression, as a node has to
 */
export async function readBare(
	items: IDataObject[],
	access: GivenCredentials,
	atOnce: number,
	way: 'get' | 'parameter' = 'get',
): Promise<RunNodeResult> {
	return await runNode({
		...BARE,
		parameters: { url: `${baseUrlOf(access)}/appointment/`, id: '={{ $json.id }}', way, atOnce },
		items,
		credentials: access,
	});
}

/** All bookings of some hosts, simplified, through Return All of the node. */
export async function listByNode(
	hostIds: readonly string[],
	access: GivenCredentials,
): Promise<RunNodeResult> {
	return await runNode({
		parameters: {
			authentication: 'personalAccessToken',
			resource: 'booking',
			operation: 'getAll',
			returnAll: true,
			hosts: 'chosen',
			hostIds: hostIds.join(),
			output: 'simplified',
		},
		credentials: access,
	});
}

/** The same bookings as meetergo tells them, page by page over n8n's helper. */
export async function listBare(
	hostIds: readonly string[],
	access: GivenCredentials,
): Promise<RunNodeResult> {
	return await runNode({
		...BARE,
		parameters: {
			url: `${baseUrlOf(access)}/appointment/paginated?userId=`,
			way: 'pages',
		},
		items: hostIds.map((id) => ({ id })),
		credentials: access,
	});
}

export interface Checked {
	readonly failed: number;
	/** Whether each answer stands at the place of the item that asked for it. */
	readonly inOrder: boolean;
}

/** Holds the answers to reads against the items that asked. */
export function checkReads(items: readonly IDataObject[], result: RunNodeResult): Checked {
	if (result.error) throw new Error(`The node failed: ${result.error.message}`);
	const failed = result.items.filter(({ json }) => 'error' in json).length;
	const inOrder = items.every(({ id }, index) => {
		const answer = result.items[index]?.json ?? {};
		return 'error' in answer || answer.id === id;
	});
	return { failed, inOrder: inOrder && result.items.length === items.length };
}
