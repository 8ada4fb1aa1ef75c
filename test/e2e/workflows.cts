import type { IDataObject, INode, INodeParameters, IPinData } from 'n8n-workflow';
import type { ExportedWorkflow } from '../../engine/exportedWorkflow.cts';

/** What most workflows here begin with. */
export const START = 'Start';

/** A node of this package, of the personal token unless told otherwise. */
export function meetergo(
	name: string,
	parameters: INodeParameters,
	more: Partial<INode> & { kind?: 'meetergo' | 'meetergoTrigger' | 'meetergoPollTrigger' } = {},
): INode {
	const { kind = 'meetergo', ...own } = more;
	const credential = { id: '', name: '' };
	return {
		id: name,
		name,
		type: `n8n-nodes-meetergo.${kind}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: { authentication: 'personalAccessToken', ...parameters },
		// Which one that is, is filled in on import.
		credentials: {
			meetergoPersonalAccessTokenApi: credential,
			meetergoPlatformApi: credential,
		},
		...own,
	};
}

/** A workflow of nodes that follow each other. */
export function inSequence(...nodes: readonly INode[]): ExportedWorkflow {
	const connections = Object.fromEntries(
		nodes
			.slice(1)
			.map(({ name: node }, at) => [
				nodes[at]?.name ?? '',
				{ main: [[{ node, type: 'main' as const, index: 0 }]] },
			]),
	);
	return {
		name: nodes[0]?.name,
		nodes: [...nodes],
		connections,
		settings: { executionOrder: 'v1' },
	};
}

/** A workflow that is started by hand with items. */
export function withItems(items: readonly IDataObject[], ...nodes: readonly INode[]) {
	const start: INode = {
		id: START,
		name: START,
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const pinData: IPinData = { [START]: items.map((json) => ({ json })) };
	return { ...inSequence(start, ...nodes), pinData };
}

/** A locator as n8n stores it when *By ID* is chosen. */
export function byId(value: string) {
	return { __rl: true, mode: 'id', value } as const;
}

/** Every five seconds, where a test waits for polls. n8n lets each rule come once a minute, but takes several. */
export const OFTEN = {
	item: Array.from({ length: 12 }, (_, at) => ({
		mode: 'custom',
		cronExpression: `${at * 5} * * * * *`,
	})),
};
