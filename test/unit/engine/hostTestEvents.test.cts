import { memoryDatabase } from '../../../engine/host/database.cts';
import { hookWorkflow, hosting, pollWorkflow, send, useConductor } from './hosting.cts';

const conductor = useConductor();

const production = '{"node:Hook":{"id":1}}';

describe('listening for a test event', () => {
	it('creates a webhook at the test URL, and deletes it after the first call', async () => {
		const host = await hosting();
		const { url, execution } = await host.listenForTestEvent(hookWorkflow(conductor));
		conductor.replies = { webhook: () => ({ items: [{ id: 1 }] }) };

		expect(url).toBe(`${host.url}/webhook-test/hook-w1/events`);
		expect((await send(url)).body).toEqual({ message: 'Workflow was started' });
		const ended = await execution;
		expect(ended).toMatchObject({ mode: 'manual', status: 'success', startNode: 'Hook' });
		expect(ended?.result.order).toEqual(['Hook', 'After']);
		await host.settled();
		expect(conductor.told()).toEqual([
			'checkExists manual/manual',
			'create manual/manual',
			'webhook manual/undefined',
			'delete internal/update',
		]);
		const urls = conductor.calls.map((call) => call.url ?? call.resourceUrl);
		expect(urls).toEqual([url, url, url, url]);
		expect((await send(url)).status).toBe(404);
		expect(host.executions).toEqual([ended]);
	});

	it('waits on when a call starts nothing', async () => {
		const host = await hosting();
		const { url, execution } = await host.listenForTestEvent(hookWorkflow(conductor));
		await send(url);
		conductor.replies = { webhook: () => ({ items: [{}] }) };
		await send(url);

		expect(await execution).toMatchObject({ status: 'success' });
	});

	it('ends with a call that the node cannot receive', async () => {
		const host = await hosting();
		const { url, execution } = await host.listenForTestEvent(hookWorkflow(conductor));
		conductor.replies = { webhook: () => ({ fail: 'Offline' }) };

		expect((await send(url)).status).toBe(500);
		expect((await execution)?.result.error?.message).toBe('Offline');
		expect(conductor.told().at(-1)).toBe('delete internal/update');
	});

	it('knows nothing of production, nor production of it', async () => {
		const database = memoryDatabase();
		const host = await hosting({ database });
		conductor.replies = { create: () => ({ keep: { id: 1 } }) };
		await host.activate(hookWorkflow(conductor));
		conductor.calls.length = 0;
		conductor.replies = {
			create: () => ({ keep: { id: 2 } }),
			webhook: () => ({ keep: { seen: true }, items: [{}] }),
		};
		const { url } = await host.listenForTestEvent(hookWorkflow(conductor));
		await send(url);
		await host.settled();

		expect(conductor.calls.map(({ what, data }) => [what, data])).toEqual([
			['checkExists', {}],
			['create', {}],
			['webhook', { id: 2 }],
			['delete', { id: 2, seen: true }],
		]);
		expect(database.staticData.get('w1')).toBe(production);
		await send(`${host.url}/webhook/hook-w1/events`);
		expect(conductor.calls.at(-1)).toMatchObject({ what: 'webhook', data: { id: 1 } });
	});

	it('deletes when it is stopped', async () => {
		const host = await hosting();
		conductor.replies = { create: () => ({ keep: { id: 2 } }) };
		const { url, execution, stop } = await host.listenForTestEvent(hookWorkflow(conductor));
		await stop();

		expect(await execution).toBeUndefined();
		expect(conductor.calls.at(-1)).toMatchObject({ what: 'delete', data: { id: 2 } });
		expect((await send(url)).status).toBe(404);
		await stop();
		expect(conductor.calls).toHaveLength(3);
	});

	it('deletes when create fails, with what that has kept', async () => {
		const host = await hosting();
		conductor.replies = { create: () => ({ keep: { id: 2 }, fail: 'No place left' }) };

		await expect(host.listenForTestEvent(hookWorkflow(conductor))).rejects.toThrow('No place left');
		expect(conductor.calls.at(-1)).toMatchObject({ what: 'delete', data: { id: 2 } });
		expect((await send(`${host.url}/webhook-test/hook-w1/events`)).status).toBe(404);
	});

	it('logs a delete that fails', async () => {
		const host = await hosting();
		conductor.replies = { delete: () => ({ fail: 'Gone already' }) };
		const { stop } = await host.listenForTestEvent(hookWorkflow(conductor));
		await stop();

		expect(host.logged).toMatchObject([{ what: 'delete a test webhook' }]);
	});

	it('is over with a restart', async () => {
		const host = await hosting();
		const { url, execution } = await host.listenForTestEvent(hookWorkflow(conductor));
		await host.restart();

		expect(await execution).toBeUndefined();
		expect((await send(url)).status).toBe(404);
	});

	it('needs a webhook', async () => {
		const host = await hosting();

		await expect(host.listenForTestEvent(pollWorkflow(conductor))).rejects.toThrow(
			'Workflow "Workflow w1" has no webhook to listen to.',
		);
	});
});

describe('fetching a test event', () => {
	it('polls and runs the workflow, and keeps nothing', async () => {
		const database = memoryDatabase();
		database.staticData.set('w1', '{"node:Poll":{"until":1}}');
		const host = await hosting({ database });
		conductor.replies = { poll: () => ({ keep: { until: 2 }, items: [{ id: 1 }] }) };
		const { status, nodes, order } = await host.fetchTestEvent(pollWorkflow(conductor));

		expect(conductor.calls).toMatchObject([
			{ what: 'poll', mode: 'manual', activation: 'manual', data: { until: 1 }, budgetMs: 300_000 },
		]);
		expect([status, order]).toEqual(['success', ['Poll', 'After']]);
		expect(nodes.get('Poll')?.outputs[0]?.[0]?.json).toEqual({ id: 1 });
		expect(database.staticData.get('w1')).toBe('{"node:Poll":{"until":1}}');
		expect(host.executions).toMatchObject([{ mode: 'manual', startNode: 'Poll' }]);
	});

	it('shows nothing where nothing is found, and the error of a poll that fails', async () => {
		const host = await hosting();
		const workflow = pollWorkflow(conductor);

		expect(await host.fetchTestEvent(workflow)).toMatchObject({ status: 'success', order: [] });
		conductor.replies = { poll: () => ({ fail: 'Not allowed' }) };
		const { status, error } = await host.fetchTestEvent(workflow);
		expect([status, error?.message]).toEqual(['error', 'Not allowed']);
	});

	it('needs a polling node', async () => {
		const host = await hosting();

		await expect(host.fetchTestEvent(hookWorkflow(conductor))).rejects.toThrow(
			'The workflow has no polling node.',
		);
	});
});
