import type { INode, INodeParameters } from 'n8n-workflow';
import { DataTables } from '../../../engine/dataTables.cts';
import { runWorkflow } from '../../../engine/runWorkflow.cts';
import { fixture } from './fixture.cts';

const id = (value: string) => ({ __rl: true, mode: 'id', value });
const isNoted = {
	matchType: 'allConditions',
	filters: { conditions: [{ keyName: 'name', condition: 'eq', keyValue: 'noted' }] },
};

function node(name: string, parameters: INodeParameters): INode {
	const type = 'n8n-nodes-base.dataTable';
	const shared = { id: name, name, type, typeVersion: 1.1, position: [0, 0] as [number, number] };
	return { ...shared, parameters, alwaysOutputData: true };
}

const make = node('Make', {
	resource: 'table',
	operation: 'create',
	tableName: 'notes',
	columns: {
		column: [
			{ name: 'name', type: 'string' },
			{ name: 'at', type: 'date' },
		],
	},
	options: { createIfNotExists: true },
});
const read = node('Read', {
	resource: 'row',
	operation: 'get',
	dataTableId: id('={{ $json.id }}'),
	...isNoted,
});

/** Notes a time, and returns what was noted before. */
async function note(at: string, dataTables?: DataTables) {
	const write = node('Write', {
		resource: 'row',
		operation: 'upsert',
		dataTableId: id("={{ $('Make').item.json.id }}"),
		...isNoted,
		columns: { mappingMode: 'defineBelow', value: { name: 'noted', at } },
		options: {},
	});
	return await run([make, read, write], dataTables);
}

async function run(nodes: INode[], dataTables?: DataTables) {
	const start: INode = { ...make, name: 'Start', type: 'n8n-nodes-base.manualTrigger' };
	const chain = [{ ...start, typeVersion: 1, parameters: {} }, ...nodes];
	const connections = Object.fromEntries(
		chain
			.slice(1)
			.map(({ name }, at) => [
				chain[at]?.name ?? '',
				{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
			]),
	);
	const settings = { executionOrder: 'v1' } as const;
	const workflow = { nodes: chain, connections, settings };
	const { status, error, nodes: runs } = await runWorkflow({ ...fixture, workflow, dataTables });
	const before = runs.get('Read')?.outputs[0]?.map(({ json }) => json.at);
	return { status, error, before };
}

it('keep for the next run what nodes put into them, one row for what matches', async () => {
	const dataTables = new DataTables();
	const runs = [
		await note('2026-03-02T08:00:00Z', dataTables),
		await note('2026-03-03T08:00:00Z', dataTables),
		await note('2026-03-04T08:00:00Z', dataTables),
	];
	expect(runs).toMatchObject([
		{ status: 'success', before: [undefined] },
		{ status: 'success', before: ['2026-03-02T08:00:00.000Z'] },
		{ status: 'success', before: ['2026-03-03T08:00:00.000Z'] },
	]);
});

it('are empty again in a run that is not given them', async () => {
	await note('2026-03-02T08:00:00Z');
	expect(await note('2026-03-03T08:00:00Z')).toMatchObject({ before: [undefined] });
});

it('refuse what only n8n itself can do, and say so', async () => {
	const clear = node('Clear', {
		resource: 'row',
		operation: 'deleteRows',
		dataTableId: id('={{ $json.id }}'),
		...isNoted,
	});
	const { status, error } = await run([make, clear]);
	expect(status).toBe('error');
	expect(error?.message).toContain('Deleting rows cannot be done here');
});
