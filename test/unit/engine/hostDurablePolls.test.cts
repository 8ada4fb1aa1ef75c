import { memoryDatabase } from '../../../engine/host/database.cts';
import type { Reply } from './conductor.cts';
import { closeHosts, hosting, pollWorkflow, useConductor } from './hosting.cts';

const conductor = useConductor();

/** A host where a workflow has been activated. */
async function active(first: Reply = {}) {
	const database = memoryDatabase();
	const host = await hosting({ database, publication: 'service', pollScheduler: 'durable' });
	conductor.replies = { poll: () => first };
	await host.activate(pollWorkflow(conductor));
	conductor.reset();
	const cursor = () => database.cursors.get('w1:id of Poll');
	return { host, database, cursor };
}

it('stores what a poll keeps, whether it finds something or not', async () => {
	const { host, database, cursor } = await active();
	conductor.replies = { poll: () => ({ keep: { until: 1 } }) };
	await host.poll('w1');
	expect(cursor()).toBe('{"until":1}');

	conductor.replies = { poll: () => ({ keep: { until: 2 }, items: [{ id: 1 }] }) };
	await host.poll('w1');
	await host.settled();
	expect(cursor()).toBe('{"until":2}');
	expect(host.executions).toMatchObject([{ mode: 'trigger', status: 'success' }]);
	expect(database.staticData.get('w1')).toBeUndefined();
	expect(conductor.calls).toMatchObject([
		{ activation: 'update', data: {}, budgetMs: 36_000 },
		{ activation: 'update', data: { until: 1 }, budgetMs: 36_000 },
	]);
});

it('stores nothing of a poll that fails', async () => {
	const { host, cursor } = await active();
	conductor.replies = { poll: () => ({ keep: { until: 1 }, fail: 'Offline' }) };
	await host.poll('w1');

	expect(cursor()).toBe('{}');
	expect(host.executions).toMatchObject([{ status: 'error' }]);
});

it('runs nothing when what a poll keeps cannot be stored, which is logged', async () => {
	const { host, database } = await active();
	const { set } = database.cursors;
	database.cursors.set = (key, text) => {
		if (text !== '{}') throw new Error('The disk is full');
		return set.call(database.cursors, key, text);
	};
	conductor.replies = { poll: () => ({ keep: { until: 1 }, items: [{}] }) };
	await host.poll('w1');
	conductor.replies = { poll: () => ({ keep: { until: 1 } }) };
	await host.poll('w1');
	await host.settled();

	expect(host.executions).toEqual([]);
	expect(host.logged.map(({ what }) => what)).toEqual([
		'store what a poll keeps',
		'store what a poll keeps',
	]);
});

it('gives each poll data of its own', async () => {
	const { host } = await active();
	conductor.replies = {
		async poll() {
			if (conductor.calls.length === 1) await host.poll('w1');
			return { keep: { until: conductor.calls.length } };
		},
	};
	await host.poll('w1');

	expect(conductor.calls.map(({ data }) => data)).toEqual([{}, {}]);
});

it('begins with what the static data was before', async () => {
	const database = memoryDatabase();
	database.staticData.set('w1', '{"node:Poll":{"until":5}}');
	const host = await hosting({ database, pollScheduler: 'durable' });
	await host.activate(pollWorkflow(conductor));

	expect(conductor.calls).toMatchObject([{ activation: 'activate', data: { until: 5 } }]);
	expect(database.cursors.get('w1:id of Poll')).toBe('{"until":5}');
});

describe('the poll of an activation', () => {
	it('keeps only when it finds something', async () => {
		expect((await active({ keep: { until: 1 } })).cursor()).toBe('{}');
		await closeHosts();
		expect((await active({ keep: { until: 1 }, items: [{}] })).cursor()).toBe('{"until":1}');
	});

	it('does not come after a restart, but after a new activation', async () => {
		const { host } = await active();
		await host.restart();
		expect(conductor.calls).toEqual([]);

		await host.deactivate('w1');
		await host.activate(pollWorkflow(conductor));
		expect(conductor.told()).toEqual(['poll trigger/activate']);
	});

	it('that fails comes again with the next activation', async () => {
		const host = await hosting({ pollScheduler: 'durable' });
		conductor.replies = { poll: () => ({ fail: 'Offline' }) };
		await expect(host.activate(pollWorkflow(conductor))).rejects.toThrow('"Offline"');
		conductor.reset();
		await host.activate(pollWorkflow(conductor));

		expect(conductor.told()).toEqual(['poll trigger/activate']);
	});
});
