import type { INode, INodeParameters } from 'n8n-workflow';
import type { ExportedWorkflow } from '../../engine/exportedWorkflow.cts';
import type { WholeStage } from '../wholeN8n.cts';

const MEETERGO = 'n8n-nodes-meetergo.meetergo';

export const surveys = {
	__rl: true,
	mode: 'list',
	value: '9a7e4d10-53c2-4f0b-8b6d-2c1e7f5a8d33',
	cachedResultName: 'Site survey (45 min)',
} as const;

/** A node of ours on the canvas; its kind follows from the type. */
export function node(
	name: string,
	parameters: INodeParameters,
	type: '' | 'Trigger' | 'PollTrigger' = '',
): INode {
	const authentication = parameters.authentication ?? 'personalAccessToken';
	const credential =
		authentication === 'platformApiKey' ? 'meetergoPlatformApi' : 'meetergoPersonalAccessTokenApi';
	return {
		id: name,
		name,
		type: `${MEETERGO}${type}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: { ...parameters, authentication },
		credentials: { [credential]: { id: '', name: '' } },
	};
}

/** Puts nodes one after another into a new workflow. @returns its id */
export async function lineUp(stage: WholeStage, ...nodes: INode[]): Promise<string> {
	const start: INode = {
		...node('Start', {}),
		type: 'n8n-nodes-base.manualTrigger',
		parameters: {},
		credentials: {},
	};
	const isBegun = nodes.some(({ type }) => type.endsWith('Trigger'));
	const all = isBegun ? nodes : [start, ...nodes];
	const placed = all.map((one, at) => ({
		...one,
		position: [at * 224, 0] satisfies [number, number],
	}));
	const connections: ExportedWorkflow['connections'] = {};
	all.slice(1).forEach(({ name: to }, at) => {
		const from = all[at]?.name ?? '';
		connections[from] = { main: [[{ node: to, type: 'main', index: 0 }]] };
	});
	return await stage.addWorkflow({ name: 'Tried in a browser', nodes: placed, connections });
}
