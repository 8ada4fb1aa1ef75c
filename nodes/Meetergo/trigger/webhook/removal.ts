import { attempt } from '../../actions/requests/attempt';
import type { Webhook } from '../../api/webhooks';
import { root } from '../../transport/path';
import type { ApiClient } from '../../transport/types';
import { addressIn } from './address';
import { leftBehind } from './advice';
import { allWebhooks } from './hook';
import type { Places } from './places';

/** Removes what this node has made for an address: the webhook that has the stored id and still points there. */
export async function removeAt(address: string, api: ApiClient, places: Places): Promise<void> {
	const place = places.at(address);
	if (place === undefined) return;
	const reading = await attempt(async () => await allWebhooks(api));
	if ('failure' in reading) return api.fail(leftBehind(place.id, address, reading.failure));
	const ours = reading.value.find(
		({ id, endpoint }) => String(id) === place.id && addressIn(endpoint) === address,
	);
	if (ours !== undefined) await remove(ours, api);
	places.forget(address);
}

/** Removes a webhook that is known to be ours. One that somebody else has removed meanwhile is gone as well. */
export async function remove({ id, endpoint }: Webhook, api: ApiClient): Promise<void> {
	const removing = await attempt(async () => await api.change('DELETE', root`/webhooks/${id}`));
	if ('value' in removing || removing.failure.code === 'notFound') return;
	api.fail(leftBehind(id, endpoint, removing.failure));
}
