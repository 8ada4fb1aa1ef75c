import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { credentials } from './fields/authentication';
import { subtitleOf } from './fields/subtitle';
import { form } from './form';
import { listSearch, loadOptions, resourceMapping } from './methods';

export class Meetergo implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Meetergo',
		name: 'meetergo',
		icon: { light: 'file:meetergo.svg', dark: 'file:meetergo.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: subtitleOf(form, 'operation', 'resource'),
		description:
			'Find free times, book and move meetings, keep contacts in step, manage meeting types, hours and users with meetergo',
		defaults: { name: 'meetergo' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials,
		properties: form,
	};

	methods = { listSearch, loadOptions, resourceMapping };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		// Loaded when it is needed: n8n makes the node for its form alone, and much more often.
		const { runItems } = await import('./actions/runItems');
		const { table } = await import('./actions');
		return await runItems(this, table);
	}
}
