import { memoryDatabase } from '../../../engine/host/database.cts';
import { bothWorkflow, hookWorkflow, hosting, send, useConductor } from './hosting.cts';

const conductor = useConductor();

const url = '/webhook/hook-w1/events';

describe('activation', () => {
	it('creates what does not exist, and stores what the node keeps', async () => {
		const database = memoryDatabase();
		const host = await hosting({ database });
		conductor.replies = { create: () => ({ keep: { id: 7 } }) };
		await host.activate(hookWorkflow(conductor));

		expect(conductor.told()).toEqual(['checkExists trigger/activate', 'create trigger/activate']);
		expect(conductor.calls[1]?.url).toBe(host.url + url);
		expect(database.staticData.get('w1')).toBe('{"node:Hook":{"id":7}}');
	});

	it('creates nothing that exists', async () => {
		const host = await hosting();
		conductor.replies = { checkExists: () => ({ exists: true }) };
		await host.activate(hookWorkflow(conductor));

		expect(conductor.told()).toEqual(['checkExists trigger/activate']);
	});

	it('listens before the node is asked to create', async () => {
		const host = await hosting();
		let status = 0;
		conductor.replies = {
			async create() {
				({ status } = await send(host.url + url));
				return {};
			},
		};
		await host.activate(hookWorkflow(conductor));

		expect(status).toBe(200);
	});

	it('that fails deletes twice, without what create has kept, and leaves nothing behind', async () => {
		const database = memoryDatabase();
		const host = await hosting({ database });
		conductor.replies = { create: () => ({ keep: { id: 7 }, fail: 'No place left' }) };

		await expect(host.activate(hookWorkflow(conductor))).rejects.toThrow('No place left');
		expect(conductor.told()).toEqual([
			'checkExists trigger/activate',
			'create trigger/activate',
			'delete internal/update',
			'delete internal/update',
		]);
		expect(conductor.calls.map(({ data }) => data)).toEqual([{}, {}, {}, {}]);
		expect(Object.values(database).map((table) => [...table.entries()])).toEqual([
			[],
			[],
			[],
			[],
			[],
		]);
		expect((await send(host.url + url)).status).toBe(404);
	});

	it('throws what create threw though delete fails as well, which is logged', async () => {
		const host = await hosting();
		conductor.replies = {
			create: () => ({ fail: 'No place left' }),
			delete: () => ({ fail: 'Nothing to delete' }),
		};

		await expect(host.activate(hookWorkflow(conductor))).rejects.toThrow('No place left');
		expect(host.logged.map(({ what, error }) => `${what}: ${error.message}`)).toEqual([
			'delete the webhooks: Nothing to delete',
			'delete the webhooks: Nothing to delete',
		]);
	});

	it('whose first poll fails deletes the webhook it has created', async () => {
		const host = await hosting();
		conductor.replies = {
			create: () => ({ keep: { id: 7 } }),
			poll: () => ({ fail: 'Not allowed' }),
		};

		await expect(host.activate(bothWorkflow(conductor))).rejects.toThrow(
			'There was a problem activating the workflow: "Not allowed"',
		);
		expect(conductor.calls.at(-1)).toMatchObject({ what: 'delete', data: { id: 7 } });
	});

	it('of a workflow that is active replaces it', async () => {
		const host = await hosting();
		await host.activate(hookWorkflow(conductor));
		conductor.calls.length = 0;
		await host.activate(hookWorkflow(conductor));

		expect(conductor.told()).toEqual([
			'delete internal/update',
			'checkExists trigger/update',
			'create trigger/update',
		]);
	});

	it('tells the mode it is given', async () => {
		const host = await hosting();
		await host.activate(hookWorkflow(conductor), 'leadershipChange');

		expect(conductor.told()[0]).toBe('checkExists trigger/leadershipChange');
	});

	it('refuses an address that another workflow has', async () => {
		const host = await hosting();
		await host.activate(hookWorkflow(conductor));
		const twin = { ...hookWorkflow(conductor), id: 'w2' };

		await expect(host.activate(twin)).rejects.toThrow('The URL path that the "Hook" node uses');
		expect((await send(host.url + url)).status).toBe(200);
	});

	it('refuses a workflow that nothing here can start', async () => {
		const host = await hosting();
		const nodes = hookWorkflow(conductor).nodes.slice(1);

		await expect(host.activate({ id: 'w1', nodes, connections: {} })).rejects.toThrow(
			'The workflow has no webhook or polling node to begin with.',
		);
	});
});

describe('deactivation', () => {
	it('deletes with what was stored, stores what is kept then, and listens no more', async () => {
		const database = memoryDatabase();
		const host = await hosting({ database });
		conductor.replies = {
			create: () => ({ keep: { id: 7 } }),
			delete: () => ({ keep: { id: null } }),
		};
		await host.activate(hookWorkflow(conductor));
		await host.deactivate('w1');

		expect(conductor.calls.at(-1)).toMatchObject({
			what: 'delete',
			mode: 'internal',
			activation: 'update',
			url: host.url + url,
			data: { id: 7 },
		});
		expect(database.staticData.get('w1')).toBe('{"node:Hook":{"id":null}}');
		expect((await send(host.url + url)).status).toBe(404);
	});

	it('goes through though delete fails, which is logged', async () => {
		const host = await hosting();
		conductor.replies = { delete: () => ({ fail: 'Gone already' }) };
		await host.activate(hookWorkflow(conductor));
		await host.deactivate('w1');

		expect(host.logged.map(({ error }) => error.message)).toEqual(['Gone already']);
		expect((await send(host.url + url)).status).toBe(404);
		await expect(host.deactivate('w1')).rejects.toThrow('Workflow "w1" is not active.');
	});
});
