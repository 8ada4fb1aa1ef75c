import { notFound, refusal } from '../errors.cts';
import type { Webhook } from '../records/webhooks.cts';
import { text, texts } from '../values.cts';
import { created, ok, type Answer, type Call, type Route } from './route.cts';

/** As many as a company may have, whoever made them. */
const MOST_ENDPOINTS = 6;

/** The order is unpublished: as created. */
function webhooksOfCompany({ state, caller }: Call): Webhook[] {
	const { companyId } = caller.user;
	return [...state.webhooks.values()].filter((webhook) => webhook.companyId === companyId);
}

/** The webhook of the path, within the own company. Whether a word for an id is a 400 is unpublished. */
function webhookOfPath(call: Call): Webhook {
	const webhook = webhooksOfCompany(call).find(({ id }) => String(id) === call.params.id);
	if (!webhook) throw notFound('Webhook');
	return webhook;
}

function listWebhooks(call: Call): Answer {
	return ok(webhooksOfCompany(call));
}

/** One address may be there more than once. */
function createWebhook(call: Call): Answer {
	const { state, clock, caller, body } = call;
	const endpoint = demandWebAddress(text(body.endpoint) ?? '');
	if (webhooksOfCompany(call).length >= MOST_ENDPOINTS) throw refusal(406, 'Webhook limit reached');
	const now = clock.iso();
	const webhook: Webhook = {
		id: state.ids.number('webhook'),
		companyId: caller.user.companyId,
		endpoint,
		description: text(body.description) ?? null,
		eventTypes: texts(body.eventTypes),
		createdAt: now,
		updatedAt: now,
	};
	state.webhooks.set(webhook.id, webhook);
	return created(webhook);
}

/** What is left out stays, but `eventTypes` replaces the whole list. */
function updateWebhook(call: Call): Answer {
	const { state, clock, body } = call;
	const webhook = webhookOfPath(call);
	const endpoint = text(body.endpoint);
	const changed: Webhook = {
		...webhook,
		endpoint: endpoint === undefined ? webhook.endpoint : demandWebAddress(endpoint),
		description: text(body.description) ?? webhook.description,
		eventTypes: body.eventTypes ? texts(body.eventTypes) : webhook.eventTypes,
		updatedAt: clock.iso(),
	};
	state.webhooks.set(changed.id, changed);
	return ok(changed);
}

/** Both without a body. */
function deleteWebhook(call: Call): Answer {
	const { state } = call;
	state.webhooks.delete(webhookOfPath(call).id);
	return { status: state.webhookDeleteStatus };
}

/** Whether the API takes plain http is unknown; here it does, for endpoints on the same machine. */
function demandWebAddress(endpoint: string): string {
	if (!/^https?:/i.test(endpoint)) throw refusal(400, ['endpoint must be a URL address']);
	return endpoint;
}

export const routes: readonly Route[] = [
	{ operationId: 'listWebhooks', handle: listWebhooks },
	{ operationId: 'createWebhook', handle: createWebhook },
	{ operationId: 'updateWebhook', handle: updateWebhook },
	{ operationId: 'deleteWebhook', handle: deleteWebhook },
];
