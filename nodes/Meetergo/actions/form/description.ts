import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { authentication } from '../../fields/authentication';
import { actingUser } from '../../fields/people';
import type { Operation, Resource } from '../operation';
import { sharedProperties, shownFor } from './sharedProperties';

/** The whole form of the node, made from the table. */
export function formOf(table: readonly Resource[]): INodeProperties[] {
	return [
		authentication,
		...actingUser.properties.map((property) =>
			shownFor(property, { authentication: ['platformApiKey'] }),
		),
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: byName(table),
			default: String(table[0]?.option.value ?? ''),
		},
		...table.map(operationSelector),
		...sharedProperties(table),
	];
}

function operationSelector({ option, operations }: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [String(option.value)] } },
		options: byName(operations.map(offered)),
		default: String(operations[0]?.option.value ?? ''),
	};
}

/** The entry of an operation, hidden where the chosen kind of key may not do it, or an agent should not. */
function offered({ option, onlyWith, notForAgents }: Operation): Pick<Operation, 'option'> {
	const displayOptions = {
		...(onlyWith && { show: { authentication: [onlyWith] } }),
		...(notForAgents && { hide: { '@tool': [true] } }),
	};
	return {
		option: Object.keys(displayOptions).length > 0 ? { ...option, displayOptions } : option,
	};
}

/** n8n lists options in alphabetical order; the first of the table is only the default. */
function byName(entries: ReadonlyArray<{ readonly option: INodePropertyOptions }>) {
	return entries.map(({ option }) => option).sort((a, b) => a.name.localeCompare(b.name));
}
