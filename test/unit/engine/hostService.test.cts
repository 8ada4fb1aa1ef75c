import { memoryDatabase } from '../../../engine/host/database.cts';
import type { HostOptions } from '../../../engine/host/host.cts';
import type { Reply } from './conductor.cts';
import {
	bothWorkflow,
	hookWorkflow,
	hosting,
	pollWorkflow,
	send,
	useConductor,
} from './hosting.cts';

const conductor = useConductor();

const service = async (options: HostOptions = {}) =>
	await hosting({ ...options, publication: 'service' });
const url = '/webhook/hook-w1/events';

describe('activation by the publication service', () => {
	it('creates what does not exist, and stores what the node keeps', async () => {
		const database = memoryDatabase();
		const host = await service({ database });
		conductor.replies = { create: () => ({ keep: { id: 7 } }) };
		await host.activate(hookWorkflow(conductor));

		expect(conductor.told()).toEqual(['checkExists trigger/activate', 'create trigger/activate']);
		expect(database.staticData.get('w1')).toBe('{"node:Hook":{"id":7}}');
	});

	it('tries five times, and deletes after each with what create has kept', async () => {
		const pauses: number[] = [];
		const host = await service({ pause: async (ms) => void pauses.push(ms) });
		conductor.replies = { create: () => ({ keep: { id: 7 }, fail: 'No place left' }) };

		await expect(host.activate(hookWorkflow(conductor))).rejects.toThrow('No place left');
		const one = ['checkExists', 'create', 'delete'];
		expect(conductor.calls.map(({ what }) => what)).toEqual([
			...one,
			...one,
			...one,
			...one,
			...one,
		]);
		expect(conductor.calls[2]).toMatchObject({ mode: 'internal', data: { id: 7 } });
		expect(pauses).toEqual([1000, 2000, 4000, 8000]);
		expect((await send(host.url + url)).status).toBe(404);
	});

	it('succeeds with the first try that does', async () => {
		const host = await service();
		let tries = 0;
		conductor.replies = { create: () => ((tries += 1) < 3 ? { fail: 'Busy' } : {}) };
		await host.activate(hookWorkflow(conductor));

		expect(tries).toBe(3);
		expect((await send(host.url + url)).status).toBe(200);
	});

	it('that failed leaves the workflow published: a second one activates what is missing', async () => {
		const host = await service();
		conductor.replies = { create: () => ({ fail: 'Busy' }) };
		await expect(host.activate(bothWorkflow(conductor))).rejects.toThrow('Busy');
		await host.poll('w1');
		conductor.reset();
		await host.activate(bothWorkflow(conductor));

		expect(conductor.told()).toEqual(['checkExists trigger/update', 'create trigger/update']);
	});

	it('of a changed workflow replaces it', async () => {
		const host = await service();
		await host.activate(hookWorkflow(conductor));
		conductor.calls.length = 0;
		await host.activate({ ...hookWorkflow(conductor), name: 'Changed' });

		expect(conductor.told()).toEqual([
			'delete internal/update',
			'checkExists trigger/update',
			'create trigger/update',
		]);
	});

	it('tells of all nodes that failed', async () => {
		const host = await service();
		conductor.replies = {
			create: () => ({ fail: 'No place left' }),
			poll: () => ({ fail: 'Not allowed' }),
		};

		await expect(host.activate(bothWorkflow(conductor))).rejects.toThrow(
			/^Triggers failed to activate: No place left; There was a problem .*"Not allowed"$/,
		);
		expect(conductor.calls.filter(({ what }) => what === 'poll')).toHaveLength(5);
	});

	it('does not try again where the address is taken', async () => {
		const host = await service();
		await host.activate(hookWorkflow(conductor));
		conductor.calls.length = 0;

		const twin = { ...hookWorkflow(conductor), id: 'w2' };
		await expect(host.activate(twin)).rejects.toThrow('The URL path that the "Hook" node uses');
		expect(conductor.calls).toEqual([]);
	});
});

it.each<[number, Reply]>([
	[3, { fail: 'Busy' }],
	[1, { failForGood: 'Gone already' }],
])('deactivation tries %i times to delete, and then lets go', async (times, reply) => {
	const host = await service();
	conductor.replies = { delete: () => reply };
	await host.activate(hookWorkflow(conductor));
	await host.deactivate('w1');

	expect(conductor.calls.filter(({ what }) => what === 'delete')).toHaveLength(times);
	expect(host.logged).toMatchObject([{ workflowId: 'w1', what: 'delete a webhook' }]);
	expect((await send(host.url + url)).status).toBe(404);
});

describe('a restart', () => {
	it('leaves webhooks alone, which go on', async () => {
		const host = await service();
		await host.activate(hookWorkflow(conductor));
		conductor.calls.length = 0;
		await host.restart();

		expect(conductor.calls).toEqual([]);
		expect((await send(host.url + url)).status).toBe(200);
	});

	it('activates polling nodes anew, and with them the webhooks that are not there', async () => {
		const host = await service();
		conductor.replies = { create: () => ({ fail: 'Busy' }) };
		await expect(host.activate(bothWorkflow(conductor))).rejects.toThrow('Busy');
		conductor.reset();
		await host.restart();

		expect(conductor.told().sort()).toEqual([
			'checkExists trigger/init',
			'create trigger/init',
			'poll trigger/init',
		]);
	});

	it('logs what fails, and the workflow stays published', async () => {
		const host = await service();
		await host.activate(pollWorkflow(conductor));
		conductor.replies = { poll: () => ({ fail: 'Offline' }) };
		await host.restart();

		expect(host.logged).toMatchObject([{ what: 'activate the workflow' }]);
		conductor.reset();
		await host.restart();
		await host.poll('w1');
		expect(conductor.told()).toEqual(['poll trigger/init', 'poll trigger/init']);
	});
});
