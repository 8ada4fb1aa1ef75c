import { randomBytes } from 'node:crypto';
import type { IHookFunctions } from 'n8n-workflow';
import { attempt } from '../../actions/requests/attempt';
import { recordIn } from '../../actions/requests/recordIn';
import type { Webhook } from '../../api/webhooks';
import { root } from '../../transport/path';
import type { ApiClient, Failure, Once } from '../../transport/types';
import { addressIn, endpointOf } from './address';
import { outOfReach, placesTaken, WANTS_HTTPS } from './advice';
import { addressOfHook, allWebhooks, type Hook, openHook, placesOf } from './hook';
import { remove, removeAt } from './removal';

/* The life of the webhook in meetergo: taken over or made when the workflow is published, removed afterwards. */

/** Whether meetergo has a webhook that points here; what of it is out of date is mended. */
export async function adopt(context: IHookFunctions): Promise<boolean> {
	return await adoptFor(await openReachable(context));
}

/** Makes the webhook in meetergo, unless one points here already, as after a crash. */
export async function subscribe(context: IHookFunctions): Promise<void> {
	const hook = await openReachable(context);
	if (await adoptFor(hook)) return;
	const { api, places, address, wanted } = hook;
	const key = newKey();
	const endpoint = endpointOf(address, key);
	const making = await attempt(
		async () => await api.once(root`/webhooks`, { endpoint, ...wanted }, byEndpoint(endpoint)),
	);
	if ('failure' in making) return await explain(making.failure, hook);
	places.keep(address, { id: String(making.value.record.id), key });
}

/** Removes the webhook from meetergo. n8n calls this after `subscribe` has failed, too: then there is none. */
export async function unsubscribe(context: IHookFunctions): Promise<void> {
	const registered = placesOf(context).sharing(addressOfHook(context));
	if (registered.length === 0) return;
	const { api, places } = await openHook(context);
	for (const address of registered) await removeAt(address, api, places);
}

/** An address that meetergo cannot call would take a place for nothing. */
async function openReachable(context: IHookFunctions): Promise<Hook> {
	const hook = await openHook(context);
	if (!hook.isInReach) return hook.api.fail(outOfReach(hook.address));
	if (hook.address.startsWith('http:')) context.logger.warn(WANTS_HTTPS);
	return hook;
}

async function adoptFor(hook: Hook): Promise<boolean> {
	const { api, places, address, wanted } = hook;
	await removeFormer(hook);
	const stored = places.at(address);
	const ours = (await allWebhooks(api)).filter(({ endpoint }) => addressIn(endpoint) === address);
	const kept = ours.find(({ id }) => String(id) === stored?.id) ?? ours[0];
	if (kept === undefined) return false;

	const key = stored?.key ?? newKey();
	const endpoint = endpointOf(address, key);
	if (kept.endpoint !== endpoint || !sameTexts(kept.eventTypes ?? [], wanted.eventTypes)) {
		await api.change('PATCH', root`/webhooks/${kept.id}`, { body: { endpoint, ...wanted } });
	}
	places.keep(address, { id: String(kept.id), key });
	// Two webhooks for one address would tell everything twice.
	for (const other of ours.filter((one) => one !== kept)) await remove(other, api);
	return true;
}

/** The address of this n8n may have changed since; what was registered under the former one is dead. */
async function removeFormer({ api, places, address }: Hook): Promise<void> {
	for (const known of places.sharing(address)) {
		if (known !== address) await removeAt(known, api, places);
	}
}

async function explain(failure: Failure, { api, address }: Hook): Promise<never> {
	if (failure.code === 'limitReached') return api.fail(placesTaken(await allWebhooks(api)));
	const isPlain = address.startsWith('http:') && failure.code === 'requestRefused';
	const description = `${WANTS_HTTPS} ${failure.description}`;
	return api.fail(isPlain ? { ...failure, description } : failure);
}

/** The key makes the address of a new webhook unlike any other. */
function byEndpoint(endpoint: string): Once<Webhook> {
	return {
		proof: 'lookUp',
		complete: true,
		read: (answer) => recordIn<Webhook>(answer, 'id'),
		find: async (api: ApiClient) =>
			(await allWebhooks(api)).find((webhook) => webhook.endpoint === endpoint),
		howToCheck: 'Publish the workflow again: a webhook that points here is taken over.',
	};
}

function newKey(): string {
	return randomBytes(18).toString('base64url');
}

function sameTexts(some: readonly string[], others: readonly string[]): boolean {
	return some.length === others.length && some.every((text) => others.includes(text));
}
