import type { INode } from 'n8n-workflow';
import { readyToImport } from '../../../../scripts/n8n/readyToImport.cts';

const credentials = { meetergoPlatformApi: { id: 'abc', name: 'Sandbox' } };
const descriptions = [
	{ name: 'some.trigger', webhooks: [{ path: 'webhook' }] },
	{ name: 'some.node' },
];

function node(type: string, rest: Partial<INode> = {}): INode {
	return { id: '1', name: 'One', type, typeVersion: 1, position: [0, 0], parameters: {}, ...rest };
}

function ready(...nodes: INode[]): INode[] {
	return readyToImport({ nodes, connections: {} }, credentials, descriptions).nodes;
}

it('replaces credentials that are there, and leaves others as they are', () => {
	const mail = { id: 'smtp', name: 'Mail' };
	const [used, unused] = ready(
		node('some.node', {
			credentials: { meetergoPlatformApi: { id: 'meetergo', name: 'Mine' }, smtp: mail },
		}),
		node('some.node'),
	);

	expect(used?.credentials).toEqual({
		meetergoPlatformApi: { id: 'abc', name: 'Sandbox' },
		smtp: mail,
	});
	expect(unused).not.toHaveProperty('credentials');
});

it('gives a webhook ID to nodes that are called from outside, unless they have one', () => {
	const [without, having, other] = ready(
		node('some.trigger'),
		node('some.trigger', { webhookId: 'mine' }),
		node('some.node'),
	);

	expect(without?.webhookId).toMatch(/^[0-9a-f-]{36}$/);
	expect(having?.webhookId).toBe('mine');
	expect(other).not.toHaveProperty('webhookId');
});
