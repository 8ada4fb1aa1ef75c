import { createAdditionalData } from '../../../engine/additionalData.cts';
import { Packages } from '../../../engine/packages.cts';
import { ExecuteContext } from 'n8n-core';
import {
	createRunExecutionData,
	type IDataObject,
	type INode,
	type INodeType,
	Workflow,
} from 'n8n-workflow';
import { table } from '../../../nodes/Meetergo/actions';
import { chooseOperation } from '../../../nodes/Meetergo/actions/loop/choose';
import { Meetergo } from '../../../nodes/Meetergo/Meetergo.node';

/** The node for an n8n that works out expressions in these two fields, as older ones do. */
class OlderNode extends Meetergo {
	override description = {
		...new Meetergo().description,
		properties: new Meetergo().description.properties.map((property) => ({
			...property,
			noDataExpression: false,
		})),
	};
}

class OneNode extends Packages {
	override getByName(): INodeType {
		return new OlderNode();
	}
}

/** n8n's own context of the node, with a resource and an operation for each item. */
function contextOf(items: IDataObject[]): ExecuteContext {
	const packages = new OneNode([]);
	const node: INode = {
		id: 'test',
		name: 'Test',
		type: 'n8n-nodes-test.test',
		typeVersion: 1,
		position: [0, 0],
		parameters: { resource: '={{ $json.resource }}', operation: '={{ $json.operation }}' },
	};
	const workflow = new Workflow({
		id: 'test',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: packages,
	});
	const data = items.map((json) => ({ json }));
	return new ExecuteContext(
		workflow,
		node,
		createAdditionalData(packages, {}),
		'manual',
		createRunExecutionData(),
		0,
		data,
		{ main: [data] },
		{ node, data: { main: [data] }, source: null },
		[],
	);
}

const getMe = { resource: 'user', operation: 'getMe' };

it('takes the operation that all items name', () => {
	expect(chooseOperation(contextOf([getMe, getMe]), table).option.value).toBe('getMe');
});

it.each([
	[
		'operations',
		[getMe, getMe, { resource: 'user', operation: 'getAll' }],
		'Operation: must be the same for all items, but is "getMe" for item 0 and "getAll" for item 2.',
	],
	[
		'resources',
		[
			{ resource: 'user', operation: 'getAll' },
			{ resource: 'booking', operation: 'getAll' },
		],
		'Resource: must be the same for all items, but is "user" for item 0 and "booking" for item 1.',
	],
	['names', [{ ...getMe, operation: 'erase' }], 'Operation: "erase" is not one of: getMe, '],
])('refuses items with different or unknown %s', (_what, items, message) => {
	expect(() => chooseOperation(contextOf(items), table)).toThrow(message);
});
