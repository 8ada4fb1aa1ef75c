import {
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { credentials } from './fields/authentication';
import { subtitleOf } from './fields/subtitle';
import { listSearch, loadOptions } from './methods';
import { pollForm } from './trigger/poll/form';
import { poll } from './trigger/poll/poll';

export class MeetergoPollTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Meetergo Poll Trigger',
		name: 'meetergoPollTrigger',
		icon: { light: 'file:meetergo.svg', dark: 'file:meetergo.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: subtitleOf(pollForm, 'events'),
		description:
			'Starts the workflow when meetergo bookings are made, moved or cancelled, start soon or have ended, by looking at them again and again',
		defaults: { name: 'Meetergo Poll Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		polling: true,
		properties: pollForm,
	};

	methods = { listSearch, loadOptions };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
