import type { IHookFunctions } from 'n8n-workflow';
import { type Webhook, webhooks } from '../../api/webhooks';
import type { ApiClient } from '../../transport/types';
import { gathered } from '../gathered';
import { formOfTrigger, openTrigger } from '../open';
import { addressIn, isLoopback } from './address';
import { WHO_MAY } from './advice';
import { readWebhookForm } from './form';
import { Places } from './places';

/** n8n gives up on an activation sooner than on a workflow. */
const PATIENCE_MS = 15_000;

/** What publishing or unpublishing a workflow is about. */
export interface Hook {
	readonly api: ApiClient;
	readonly places: Places;
	/** Where n8n listens, without the key. */
	readonly address: string;
	/** Whether meetergo can call it, as far as its address tells. */
	readonly isInReach: boolean;
	/** What the webhook in meetergo has to say besides its address. */
	readonly wanted: { readonly eventTypes: string[]; readonly description: string };
}

export async function openHook(context: IHookFunctions): Promise<Hook> {
	const form = formOfTrigger(context);
	const { events } = readWebhookForm(form);
	const address = addressOfHook(context);
	const patience = {
		maxWaitMs: PATIENCE_MS,
		attemptTimeoutMs: PATIENCE_MS,
		lane: 'urgent',
	} as const;
	const { api, connection } = await openTrigger(context, form, patience, WHO_MAY);
	return {
		api,
		// A local meetergo, as the tests have one, reaches what is local.
		isInReach: !isLoopback(address) || isLoopback(connection.baseUrl),
		places: placesOf(context),
		address,
		wanted: {
			eventTypes: [...events],
			description: `n8n: ${context.getWorkflow().name ?? context.getNode().name}`,
		},
	};
}

/** Where n8n listens for this node, without the key. */
export function addressOfHook(context: IHookFunctions): string {
	return addressIn(context.getNodeWebhookUrl('default') ?? '');
}

/** The webhooks this node has made. */
export function placesOf(context: IHookFunctions): Places {
	return new Places(context.getWorkflowStaticData('node'));
}

/** The webhooks of the workspace. */
export async function allWebhooks(api: ApiClient): Promise<Webhook[]> {
	return await gathered(api.list(webhooks));
}
