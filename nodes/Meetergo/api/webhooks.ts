import type { IDataObject } from 'n8n-workflow';
import { wholeList } from '../transport/paginate';
import { root } from '../transport/path';

/* Addresses that meetergo calls when something happens; NOTES 10. */

export interface Webhook extends IDataObject {
	/** A number in production, text in the guides. */
	readonly id: string | number;
	readonly endpoint: string;
	/** Events that are delivered to it. */
	readonly eventTypes?: string[];
	readonly description?: string | null;
}

/** The webhooks of the whole workspace; at most six may exist. */
export const webhooks = wholeList<Webhook>({
	path: root`/webhooks`,
	id: ({ id }) => id,
});
