import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { table } from './actions';
import { formOf } from './actions/form/description';
import { runItems } from './actions/runItems';
import { listSearch, loadOptions, resourceMapping } from './methods';

export class Meetergo implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Meetergo',
		name: 'meetergo',
		icon: { light: 'file:meetergo.svg', dark: 'file:meetergo.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Find free times, book and move meetings, keep contacts in step, manage meeting types, hours and users with meetergo',
		defaults: { name: 'meetergo' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{
				name: 'meetergoPersonalAccessTokenApi',
				required: true,
				displayOptions: { show: { authentication: ['personalAccessToken'] } },
			},
			{
				name: 'meetergoPlatformApi',
				required: true,
				displayOptions: { show: { authentication: ['platformApiKey'] } },
			},
		],
		properties: formOf(table),
	};

	methods = { listSearch, loadOptions, resourceMapping };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this, table);
	}
}
