import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import { runWorkflow } from '../../../engine/runWorkflow.cts';
import { startEchoServer, type EchoServer } from './echoServer.cts';
import { fixture } from './fixture.cts';

let server: EchoServer;

beforeAll(async () => {
	server = await startEchoServer();
});

afterAll(async () => await server.close());

function node(name: string, type: string, typeVersion: number, parameters: INodeParameters): INode {
	return { id: name, name, type, typeVersion, position: [0, 0], parameters };
}

/** Connects each node's outputs, by index, to the nodes named. */
function connect(targets: Record<string, string[]>): IConnections {
	return Object.fromEntries(
		Object.entries(targets).map(([from, outputs]) => [
			from,
			{ main: outputs.map((to) => [{ node: to, type: 'main' as const, index: 0 }]) },
		]),
	);
}

const settings = { executionOrder: 'v1', timezone: 'Europe/Berlin' } as const;
const trigger = node('Start', 'n8n-nodes-base.manualTrigger', 1, {});

function set(name: string, value: string): INode {
	return node(name, 'n8n-nodes-base.set', 3.4, {
		assignments: { assignments: [{ id: 'a', name: 'made', type: 'string', value }] },
		includeOtherFields: true,
	});
}

describe('a workflow of core nodes', () => {
	const isLarge = node('Large?', 'n8n-nodes-base.if', 2.2, {
		conditions: {
			options: { caseSensitive: true, typeValidation: 'strict', version: 2 },
			conditions: [
				{
					id: 'c',
					leftValue: '={{ $json.size }}',
					rightValue: 10,
					operator: { type: 'number', operation: 'gt' },
				},
			],
			combinator: 'and',
		},
	});
	const workflow = {
		nodes: [
			trigger,
			isLarge,
			set('Large', "={{ $('Start').item.json.name }} is large"),
			// n8n runs the branches from top to bottom.
			{ ...set('Small', '={{ $json.name }} is small'), position: [0, 200] as [number, number] },
		],
		connections: connect({ Start: ['Large?'], 'Large?': ['Large', 'Small'] }),
		settings,
		pinData: {
			Start: [{ json: { name: 'Bee', size: 1 } }, { json: { name: 'Whale', size: 100 } }],
		},
	};

	it('runs both branches and follows items back to where they came from', async () => {
		const { status, nodes, order } = await runWorkflow({ ...fixture, workflow });

		expect(status).toBe('success');
		expect(order).toEqual(['Start', 'Large?', 'Large', 'Small']);
		expect(nodes.get('Large')?.outputs[0]).toEqual([
			{ json: { name: 'Whale', size: 100, made: 'Whale is large' }, pairedItem: { item: 0 } },
		]);
		expect(nodes.get('Small')?.outputs[0]?.[0]?.json).toMatchObject({ made: 'Bee is small' });
	});

	it('reports each node when it starts and ends, and leaves the given workflow untouched', async () => {
		const before = structuredClone(workflow);
		const reports: string[] = [];
		await runWorkflow({
			...fixture,
			workflow,
			onNodeStarted: (name) => reports.push(`${name} started`),
			onNodeFinished: ({ name, outputs }) => reports.push(`${name}: ${outputs[0]?.length}`),
		});

		expect(reports.slice(0, 4)).toEqual([
			'Start started',
			'Start: 2',
			'Large? started',
			'Large?: 1',
		]);
		expect(workflow).toEqual(before);
	});
});

it('lets the HTTP Request node use a credential type of the package', async () => {
	const request = node('Call', 'n8n-nodes-base.httpRequest', 4.2, {
		url: `${server.url}/`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'fixtureFunctionApi',
	});
	const { nodes } = await runWorkflow({
		...fixture,
		workflow: { nodes: [trigger, request], connections: connect({ Start: ['Call'] }), settings },
		credentials: { fixtureFunctionApi: { key: 'secret' } },
	});

	expect(nodes.get('Call')?.outputs[0]?.[0]?.json).toMatchObject({ key: 'function secret' });
});

it('prefers the credential a node names over the one of its type', async () => {
	const named = node('Named', fixture.type, 1, {
		mode: 'credentials',
		credential: 'fixtureFunctionApi',
	});
	named.credentials = { fixtureFunctionApi: { id: '7', name: 'Second account' } };
	const { nodes } = await runWorkflow({
		...fixture,
		workflow: { nodes: [trigger, named], connections: connect({ Start: ['Named'] }), settings },
		credentials: { fixtureFunctionApi: { key: 'first' }, 'Second account': { key: 'second' } },
	});

	expect(nodes.get('Named')?.outputs[0]?.[0]?.json).toMatchObject({ key: 'second' });
});

it('runs a loop and collects the items of all its rounds', async () => {
	const loop = node('Loop', 'n8n-nodes-base.splitInBatches', 3, { batchSize: 1 });
	const { nodes } = await runWorkflow({
		...fixture,
		workflow: {
			nodes: [trigger, loop, set('Each', 'x'), set('After', 'y')],
			connections: connect({ Start: ['Loop'], Loop: ['After', 'Each'], Each: ['Loop'] }),
			settings,
			pinData: { Start: [{ json: { id: 1 } }, { json: { id: 2 } }, { json: { id: 3 } }] },
		},
	});

	expect(nodes.get('Each')?.outputs[0]?.map(({ json }) => json.id)).toEqual([1, 2, 3]);
	expect(nodes.get('After')?.outputs[0]).toHaveLength(3);
});

describe('the start', () => {
	const schedule = node('Schedule', 'n8n-nodes-base.scheduleTrigger', 1.2, {});
	const webhook = node('Webhook', 'n8n-nodes-base.webhook', 2, { path: 'lead' });

	it('is a Schedule Trigger, which fires once', async () => {
		const { nodes, order } = await runWorkflow({
			...fixture,
			workflow: {
				nodes: [set('Next', 'x'), schedule],
				connections: connect({ Schedule: ['Next'] }),
				settings,
			},
		});

		expect(order).toEqual(['Schedule', 'Next']);
		expect(nodes.get('Schedule')?.outputs[0]?.[0]?.json).toMatchObject({
			Timezone: expect.stringContaining('Europe/Berlin'),
		});
	});

	it('is the trigger with pinned data before any other', async () => {
		const { order } = await runWorkflow({
			...fixture,
			workflow: {
				nodes: [schedule, webhook, set('Next', 'x')],
				connections: connect({ Webhook: ['Next'] }),
				settings,
				pinData: { Webhook: [{ json: { name: 'Ada' } }] },
			},
		});

		expect(order).toEqual(['Webhook', 'Next']);
	});

	it('is the node that is named', async () => {
		const { order } = await runWorkflow({
			...fixture,
			workflow: {
				nodes: [trigger, schedule, set('Next', 'x')],
				connections: connect({ Schedule: ['Next'] }),
				settings,
			},
			startNode: 'Schedule',
		});

		expect(order).toEqual(['Schedule', 'Next']);
	});

	it('is missing in a workflow without a trigger', async () => {
		const run = runWorkflow({
			...fixture,
			workflow: { nodes: [set('One', 'x'), set('Two', 'y')], connections: {}, settings },
		});

		await expect(run).rejects.toThrow('The workflow has no trigger node to start from.');
	});
});

it('says which node failed and keeps what ran before', async () => {
	const failing = node('Fail', fixture.type, 1, { mode: 'refuse' });
	const { status, error, nodes, order } = await runWorkflow({
		...fixture,
		workflow: {
			nodes: [trigger, failing, set('Never', 'x')],
			connections: connect({ Start: ['Fail'], Fail: ['Never'] }),
			settings,
		},
	});

	expect(status).toBe('error');
	expect(order).toEqual(['Start', 'Fail']);
	expect(error?.message).toBe('Refused');
	expect(nodes.get('Fail')?.error?.message).toBe('Refused');
});

it('does not start a node when the run is canceled before', async () => {
	const { status, order } = await runWorkflow({
		...fixture,
		workflow: { nodes: [trigger], connections: {}, settings },
		signal: AbortSignal.abort(),
	});

	expect(status).toBe('canceled');
	expect(order).toEqual([]);
});
