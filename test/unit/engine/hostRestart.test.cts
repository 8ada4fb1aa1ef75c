import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileDatabase, memoryDatabase } from '../../../engine/host/database.cts';
import { closeHosts, hookWorkflow, hosting, pollWorkflow, send, useConductor } from './hosting.cts';

const conductor = useConductor();
let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'host-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const path = '/webhook/hook-w1/events';

describe('a restart', () => {
	it('keeps the address, and asks again whether the webhook exists', async () => {
		const host = await hosting();
		conductor.replies = { create: () => ({ keep: { id: 7 } }) };
		await host.activate(hookWorkflow(conductor));
		conductor.reset();
		conductor.replies = { checkExists: () => ({ exists: true }) };
		await host.restart();

		expect(conductor.calls).toMatchObject([
			{ what: 'checkExists', mode: 'trigger', activation: 'init', data: { id: 7 } },
		]);
		expect((await send(host.url + path)).status).toBe(200);
	});

	it('leaves what is not active alone', async () => {
		const host = await hosting();
		await host.activate(hookWorkflow(conductor));
		await host.deactivate('w1');
		conductor.reset();
		await host.restart();

		expect(conductor.calls).toEqual([]);
	});

	it('logs what fails, which deletes, and the next one tries again', async () => {
		const host = await hosting();
		await host.activate(hookWorkflow(conductor));
		conductor.replies = { create: () => ({ fail: 'Offline' }) };
		await host.restart();
		expect(host.logged).toMatchObject([{ what: 'activate the workflow' }]);
		expect((await send(host.url + path)).status).toBe(404);

		conductor.reset();
		await host.restart();
		expect(conductor.told()).toEqual(['checkExists trigger/init', 'create trigger/init']);
		expect((await send(host.url + path)).status).toBe(200);
	});

	it('waits for what runs, and drops what the polls on their way find', async () => {
		const host = await hosting();
		await host.activate(pollWorkflow(conductor));
		conductor.reset();
		let restarted: Promise<void> | undefined;
		conductor.replies = {
			poll(call) {
				if (call.activation === 'init') return {};
				restarted ??= host.restart();
				return { items: [{}] };
			},
		};
		await host.poll('w1');
		await restarted;

		expect(conductor.told()).toEqual(['poll trigger/activate', 'poll trigger/init']);
		expect(host.executions).toEqual([]);
	});
});

it('a crash before the static data is stored leaves a webhook behind that nobody knows', async () => {
	const database = memoryDatabase();
	const host = await hosting({ database });
	const { set } = database.staticData;
	database.staticData.set = () => {
		throw new Error('The process ends here');
	};
	conductor.replies = { create: () => ({ keep: { id: 7 } }) };
	await host.activate(hookWorkflow(conductor));
	database.staticData.set = set;
	conductor.calls.length = 0;
	await host.restart();

	expect(conductor.calls).toMatchObject([
		{ what: 'checkExists', data: {} },
		{ what: 'create', data: {} },
	]);
});

describe('a database in a file', () => {
	it('lets another host go on', async () => {
		const file = join(folder, 'database.json');
		const first = await hosting({ database: fileDatabase(file) });
		conductor.replies = { create: () => ({ keep: { id: 7 } }) };
		await first.activate(hookWorkflow(conductor));
		await closeHosts();
		conductor.calls.length = 0;
		const second = await hosting({ database: fileDatabase(file) });

		expect(conductor.calls).toMatchObject([
			{ what: 'checkExists', activation: 'init', data: { id: 7 } },
			{ what: 'create' },
		]);
		expect((await send(second.url + path)).status).toBe(200);
		await second.deactivate('w1');
		expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ workflows: {}, webhooks: {} });
	});

	it('is not made of any file', () => {
		const file = join(folder, 'other.json');
		writeFileSync(file, '[]');

		expect(() => fileDatabase(file)).toThrow('The database has no table "staticData".');
	});
});
