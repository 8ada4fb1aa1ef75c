import type { INode, INodeParameters, IPinData } from 'n8n-workflow';
import { checkWorkflow } from '../../../engine/checkWorkflow.cts';
import type { GivenCredentials } from '../../../engine/credentialsHelper.cts';
import { fixture } from './fixture.cts';

function node(
	name: string,
	type: string,
	typeVersion = 1,
	parameters: INodeParameters = {},
): INode {
	return { id: name, name, type, typeVersion, position: [0, 0], parameters };
}

const trigger = node('Start', 'n8n-nodes-base.manualTrigger');

/** Checks a workflow whose nodes follow one another. */
async function check(nodes: INode[], credentials: GivenCredentials = {}, pinData: IPinData = {}) {
	const links = nodes
		.slice(1)
		.map(({ name }, index) => [
			nodes[index]?.name,
			{ main: [[{ node: name, type: 'main', index: 0 }]] },
		]);
	return await checkWorkflow({
		...fixture,
		workflow: { nodes, connections: Object.fromEntries(links), pinData },
		credentials,
	});
}

it('finds nothing in a workflow that can run', async () => {
	expect(await check([trigger, node('Do', fixture.type)])).toEqual([]);
});

it('names each node of an unknown type and the packages there are', async () => {
	const agent = node('Agent', '@n8n/n8n-nodes-langchain.agent');
	const typo = node('Typo', 'n8n-nodes-base.manuelTrigger');

	expect(await check([trigger, agent, typo])).toEqual([
		{
			what: 'The node "Agent" has the type @n8n/n8n-nodes-langchain.agent, which is not known here.',
			advice:
				'Only nodes of these packages can run: n8n-nodes-fixture, n8n-nodes-base. Remove the node, or run the workflow in n8n.',
		},
		{
			what: 'The node "Typo" has the type n8n-nodes-base.manuelTrigger, which is not known here.',
			advice: expect.anything(),
		},
	]);
});

it.each([
	['n8n-nodes-base.set', 99],
	['n8n-nodes-fixture.fixture', 2],
])('names a version of %s that does not exist', async (type, version) => {
	expect(await check([trigger, node('New', type, version)])).toMatchObject([
		{ what: `The node "New" has version ${version} of ${type}, which is not known here.` },
	]);
});

it('asks for a trigger', async () => {
	expect(await check([node('A', fixture.type), node('B', fixture.type)])).toMatchObject([
		{ what: 'The workflow has no trigger node to start from.' },
	]);
});

it('asks for pinned data where a call from outside would start the workflow', async () => {
	const webhook = node('Lead', 'n8n-nodes-base.webhook', 2, { path: 'lead' });

	expect(await check([webhook])).toMatchObject([
		{ what: 'The node "Lead" waits for a call from outside, which cannot come here.' },
	]);
	expect(await check([webhook], {}, { Lead: [{ json: {} }] })).toEqual([]);
});

describe('a credential', () => {
	const calling = node('Call', fixture.type, 1, { credential: 'fixtureFunctionApi' });

	it('is missed by name of node and type', async () => {
		expect(await check([trigger, calling], { fixtureGenericApi: {} })).toEqual([
			{
				what: 'The node "Call" needs a credential of type fixtureFunctionApi, which is not available here.',
				advice:
					'Available are: fixtureGenericApi. Remove or deactivate the node, or run the workflow in n8n.',
			},
		]);
	});

	it.each([
		['of the type', { fixtureFunctionApi: {} }],
		['of the name', { 'My account': {} }],
	])('%s is enough', async (_, credentials) => {
		const named = {
			...calling,
			credentials: { fixtureFunctionApi: { id: '1', name: 'My account' } },
		};

		expect(await check([trigger, named], credentials)).toEqual([]);
	});

	it('is not missed where the node does not ask for it, or does not run', async () => {
		const other = node('Other', fixture.type, 1, { credential: '' });

		expect(await check([trigger, other])).toEqual([]);
		expect(await check([trigger, { ...calling, disabled: true }])).toEqual([]);
		expect(await check([trigger, calling], {}, { Call: [{ json: {} }] })).toEqual([]);
	});

	it('of another node is missed in the HTTP Request node', async () => {
		const request = node('Call', 'n8n-nodes-base.httpRequest', 4.2, {
			url: 'http://127.0.0.1',
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'fixtureFunctionApi',
		});

		expect(await check([trigger, request])).toHaveLength(1);
		expect(await check([trigger, request], { fixtureFunctionApi: {} })).toEqual([]);
	});
});
