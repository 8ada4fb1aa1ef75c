import {
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { credentials } from './fields/authentication';
import { subtitleOf } from './fields/subtitle';
import { listSearch, loadOptions } from './methods';
import { webhookForm } from './trigger/webhook/form';
import { receive } from './trigger/webhook/receive';
import { adopt, subscribe, unsubscribe } from './trigger/webhook/subscription';

export class MeetergoTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Meetergo Trigger',
		name: 'meetergoTrigger',
		icon: { light: 'file:meetergo.svg', dark: 'file:meetergo.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: subtitleOf(webhookForm, 'events'),
		description:
			'Starts the workflow when meetergo tells that a booking was made, moved or cancelled',
		eventTriggerDescription: 'Waiting for meetergo to tell of an event',
		activationMessage: 'meetergo now tells this workflow of its events.',
		defaults: { name: 'Meetergo Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: '',
				path: 'webhook',
			},
		],
		properties: webhookForm,
	};

	methods = { listSearch, loadOptions };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await adopt(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await subscribe(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await unsubscribe(this);
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
