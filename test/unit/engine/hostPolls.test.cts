import { memoryDatabase } from '../../../engine/host/database.cts';
import type { Reply } from './conductor.cts';
import { hosting, pollWorkflow, useConductor } from './hosting.cts';

const conductor = useConductor();

/** A host where the workflow has been activated, by a poll that found nothing. */
async function active(after: Parameters<typeof pollWorkflow>[2] = {}) {
	const database = memoryDatabase();
	const host = await hosting({ database });
	await host.activate(pollWorkflow(conductor, 'w1', after));
	conductor.calls.length = 0;
	return { host, database };
}

describe('the poll of the activation', () => {
	it('comes at once, and what it keeps is stored', async () => {
		const database = memoryDatabase();
		const host = await hosting({ database });
		conductor.replies = { poll: () => ({ keep: { until: 1 } }) };
		await host.activate(pollWorkflow(conductor));

		expect(conductor.told()).toEqual(['poll trigger/activate']);
		expect(database.staticData.get('w1')).toBe('{"node:Poll":{"until":1}}');
		expect(host.executions).toEqual([]);
	});

	it('runs the workflow when it finds something', async () => {
		const host = await hosting();
		conductor.replies = { poll: () => ({ items: [{ id: 1 }] }) };
		await host.activate(pollWorkflow(conductor));
		await host.settled();

		expect(host.executions).toMatchObject([{ mode: 'trigger', status: 'success' }]);
	});

	it('ends the activation when it fails', async () => {
		const database = memoryDatabase();
		const host = await hosting({ database });
		conductor.replies = { poll: () => ({ keep: { until: 1 }, fail: 'Not allowed' }) };

		await expect(host.activate(pollWorkflow(conductor))).rejects.toThrow('"Not allowed"');
		expect(host.executions).toEqual([]);
		expect([...database.staticData.entries()]).toEqual([]);
		await expect(host.poll('w1')).rejects.toThrow('Workflow "w1" has no active polling node.');
	});

	it('does not come where it would poll more than once a minute', async () => {
		const host = await hosting();
		const workflow = pollWorkflow(conductor);
		const [poll] = workflow.nodes;
		const everySecond = { item: [{ mode: 'custom', cronExpression: '* * * * * *' }] };
		if (poll) poll.parameters = { ...poll.parameters, pollTimes: everySecond };

		await expect(host.activate(workflow)).rejects.toThrow('The polling interval is too short.');
		expect(conductor.calls).toEqual([]);
	});
});

describe('a poll', () => {
	it('that finds something runs the workflow and stores what it keeps', async () => {
		const { host, database } = await active();
		conductor.replies = { poll: () => ({ keep: { until: 2 }, items: [{ id: 1 }, { id: 2 }] }) };
		await host.poll('w1');
		await host.settled();

		expect(host.executions).toMatchObject([
			{ workflowId: 'w1', mode: 'trigger', startNode: 'Poll', status: 'success' },
		]);
		const { nodes, order } = host.executions[0]?.result ?? {};
		expect(order).toEqual(['Poll', 'After']);
		expect(nodes?.get('Poll')?.outputs[0]?.map(({ json }) => json)).toEqual([{ id: 1 }, { id: 2 }]);
		expect(database.staticData.get('w1')).toBe('{"node:Poll":{"until":2}}');
	});

	it('that finds nothing keeps in memory only: a restart forgets it, one that finds something stores it', async () => {
		const { host, database } = await active();
		conductor.replies = { poll: () => ({ keep: { until: 2 } }) };
		await host.poll('w1');
		expect(database.staticData.get('w1')).toBeUndefined();

		conductor.replies = { poll: () => ({ items: [{}] }) };
		await host.poll('w1');
		expect(conductor.calls.at(-1)?.data).toEqual({ until: 2 });
		expect(database.staticData.get('w1')).toBe('{"node:Poll":{"until":2}}');

		conductor.replies = { poll: () => ({ keep: { until: 3 } }) };
		await host.poll('w1');
		await host.restart();
		expect(conductor.calls.at(-1)).toMatchObject({ activation: 'init', data: { until: 2 } });
	});

	it('that fails is a failed execution, and the next one polls', async () => {
		const { host } = await active();
		conductor.replies = { poll: () => ({ keep: { until: 2 }, fail: 'Offline' }) };
		await host.poll('w1');

		expect(host.executions).toMatchObject([{ mode: 'trigger', status: 'error' }]);
		expect(host.executions[0]?.result.error?.message).toBe('Offline');
		expect(host.executions[0]?.result.nodes.get('Poll')?.error?.message).toBe('Offline');
		conductor.reset();
		await host.poll('w1');
		expect(conductor.calls).toMatchObject([{ what: 'poll', data: { until: 2 } }]);
		expect(host.executions).toHaveLength(1);
	});

	it('may begin before another ends, and sees what that has kept meanwhile', async () => {
		const { host } = await active();
		let goOn: (reply: Reply) => void = () => {};
		const slow = new Promise<Reply>((resolve) => {
			goOn = resolve;
		});
		conductor.replies = {
			poll: () => (conductor.calls.length === 1 ? slow : { keep: { by: 'second' } }),
		};
		const first = host.poll('w1');
		while (conductor.calls.length < 1) await new Promise(setImmediate);
		await host.poll('w1');
		await host.poll('w1');
		goOn({ items: [{ id: 1 }] });
		await first;
		await host.settled();

		expect(conductor.calls.map(({ data }) => data)).toEqual([{}, {}, { by: 'second' }]);
		expect(host.executions).toHaveLength(1);
	});

	it('is told how long it may take', async () => {
		const { host } = await active();
		await host.poll('w1');
		await host.poll('w1', { budgetMs: 50 });

		expect(conductor.calls.map(({ budgetMs }) => budgetMs)).toEqual([300_000, 50]);
	});

	it.each<[string, Reply]>([
		['finds', { items: [{}] }],
		['fails with', { fail: 'Offline' }],
	])('that ends after the deactivation: what it %s is dropped', async (_, reply) => {
		const { host } = await active();
		conductor.replies = {
			async poll() {
				await host.deactivate('w1');
				return reply;
			},
		};
		await host.poll('w1');
		await host.settled();

		expect(host.executions).toEqual([]);
	});

	it('does not share its static data with the executions it starts', async () => {
		const { host, database } = await active({ mode: 'count' });
		conductor.replies = { poll: () => ({ keep: { until: 2 }, items: [{}] }) };
		await host.poll('w1');
		await host.settled();
		expect(database.staticData.get('w1')).toBe('{"node:Poll":{"until":2},"global":{"count":1}}');

		// The polls go on with what they know, and store it over what the execution has stored.
		conductor.replies = { poll: () => ({ keep: { until: 3 }, items: [{}] }) };
		await host.poll('w1');
		expect(database.staticData.get('w1')).toBe('{"node:Poll":{"until":3}}');
	});
});
