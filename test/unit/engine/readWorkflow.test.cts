import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWorkflow } from '../../../engine/readWorkflow.cts';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'read-workflow-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const node = {
	id: '1',
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const workflow = { name: 'Mine', nodes: [node], connections: {}, settings: {}, pinData: {} };

async function read(content: string) {
	const file = join(folder, 'workflow.json');
	writeFileSync(file, content);
	return await readWorkflow(file);
}

async function flawOf(content: unknown): Promise<string> {
	const answer = await read(JSON.stringify(content));
	return 'problem' in answer ? answer.problem.what : 'none';
}

it('reads what the editor exports', async () => {
	expect(await read(JSON.stringify(workflow))).toEqual({ workflow });
});

it('reads the list of one workflow that the command line exports', async () => {
	expect(await read(JSON.stringify([workflow]))).toEqual({ workflow });
});

it('says that there is no such file', async () => {
	const file = join(folder, 'missing.json');

	expect(await readWorkflow(file)).toEqual({
		problem: { what: `There is no file ${file}.`, advice: 'Check the path of the workflow.' },
	});
});

it('says that it is a folder', async () => {
	expect(await readWorkflow(folder)).toMatchObject({ problem: { what: `${folder} is a folder.` } });
});

it('says where JSON is broken', async () => {
	expect(await read('{ "nodes": [')).toEqual({
		problem: {
			what: expect.stringContaining('workflow.json is not valid JSON: '),
			advice: expect.stringContaining('choose Download'),
		},
	});
});

it.each([
	['a text', 'hello', 'it is no JSON object'],
	['null', null, 'it is no JSON object'],
	['several workflows', [workflow, workflow], 'it is a list of 2 entries, not one workflow'],
	['no nodes', {}, '"nodes" is missing or no list'],
	['an empty list of nodes', { ...workflow, nodes: [] }, 'it has no nodes'],
	['no connections', { nodes: [node] }, '"connections" is missing or no object'],
	['pinned data that are a list', { ...workflow, pinData: [] }, '"pinData" is no object'],
	['settings that are a text', { ...workflow, settings: 'x' }, '"settings" is no object'],
	['a node that is a text', { ...workflow, nodes: ['x'] }, 'node 1 is no object'],
	[
		'a node without a name',
		{ ...workflow, nodes: [{ ...node, name: '' }] },
		'node 1 has no "name"',
	],
	[
		'a node without a type',
		{ ...workflow, nodes: [{ ...node, type: 1 }] },
		'node 1 ("Start") has no "type"',
	],
	[
		'a node without a version',
		{ ...workflow, nodes: [node, { ...node, name: 'B', typeVersion: '1' }] },
		'node 2 ("B") has no "typeVersion"',
	],
	[
		'a node without a position',
		{ ...workflow, nodes: [{ ...node, position: undefined }] },
		'node 1 ("Start") has no "position"',
	],
	[
		'a node without parameters',
		{ ...workflow, nodes: [{ ...node, parameters: [] }] },
		'node 1 ("Start") has no "parameters"',
	],
	['a name twice', { ...workflow, nodes: [node, node] }, 'two nodes are named "Start"'],
	[
		'a connection from nowhere',
		{ ...workflow, connections: { Gone: { main: [[]] } } },
		'it connects a node "Gone" that it does not have',
	],
	[
		'a connection to nowhere',
		{ ...workflow, connections: { Start: { main: [null, [{ node: 'Gone' }]] } } },
		'it connects a node "Gone" that it does not have',
	],
])('refuses %s', async (_, content, flaw) => {
	const file = join(folder, 'workflow.json');

	expect(await flawOf(content)).toBe(`${file} is not a workflow exported from n8n: ${flaw}.`);
});
