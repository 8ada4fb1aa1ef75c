import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	startHostProcess,
	type HostProcess,
	type HostProcessOptions,
} from '../../../engine/host/process.cts';
import { fixture } from './fixture.cts';
import { bothWorkflow, hookWorkflow, send, useConductor } from './hosting.cts';

const conductor = useConductor();
let folder: string;
const started: HostProcess[] = [];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'host-process-'));
});
afterEach(async () => {
	await Promise.all(started.splice(0).map(async (host) => await host.kill()));
	rmSync(folder, { recursive: true });
});

/** A process on the test's database. */
async function start(options: Partial<HostProcessOptions> = {}): Promise<HostProcess> {
	const { packageRoot } = fixture;
	const host = await startHostProcess({
		file: join(folder, 'database.json'),
		packageRoot,
		...options,
	});
	started.push(host);
	return host;
}

const portOf = ({ url }: HostProcess) => Number(new URL(url).port);
const path = '/webhook/hook-w1/events';

it('that is killed is gone but for what is stored; another one goes on at the same address', async () => {
	const first = await start();
	conductor.replies = {
		create: () => ({ keep: { id: 7 } }),
		webhook: ({ body }) => ({ items: [{ body }] }),
		poll: () => ({ items: [{ polled: true }] }),
	};
	await first.activate(bothWorkflow(conductor));
	expect(conductor.calls.map(({ askedInThisProcess }) => askedInThisProcess)).toEqual([1, 2, 3]);
	await send(first.url + path, { number: 1 });
	await first.settled();
	await first.kill();
	await expect(send(first.url + path)).rejects.toThrow('fetch failed');

	conductor.calls.length = 0;
	conductor.replies = { ...conductor.replies, checkExists: () => ({ exists: true }) };
	const second = await start({ port: portOf(first) });
	expect(second.url).toBe(first.url);
	expect(conductor.calls).toMatchObject([
		{ what: 'checkExists', activation: 'init', data: { id: 7 }, askedInThisProcess: 1 },
		{ what: 'poll', activation: 'init', askedInThisProcess: 2 },
	]);
	await send(second.url + path, { number: 2 });
	await second.poll('w1');
	await second.settled();

	expect(second.executions().map(({ mode, status, items }) => [mode, status, ...items])).toEqual([
		['trigger', 'success', { polled: true }],
		['webhook', 'success', { body: { number: 1 } }],
		['trigger', 'success', { polled: true }],
		['webhook', 'success', { body: { number: 2 } }],
		['trigger', 'success', { polled: true }],
	]);
	await second.deactivate('w1');
	expect(conductor.calls.at(-1)).toMatchObject({ what: 'delete', data: { id: 7 } });
	await second.close();
});

it('can be killed between create and the store of what that has kept', async () => {
	const first = await start({ killAtSave: 1 });
	conductor.replies = { create: () => ({ keep: { id: 7 } }) };
	await expect(first.activate(hookWorkflow(conductor))).rejects.toThrow('ended early');

	conductor.calls.length = 0;
	await start();
	expect(conductor.calls).toMatchObject([
		{ what: 'checkExists', activation: 'init', data: {} },
		{ what: 'create', data: {} },
	]);
});

it('tells what fails by its message, and polls beside a poll that has not ended', async () => {
	const host = await start();
	conductor.replies = {
		create: () => ({ fail: 'No place left' }),
		delete: () => ({ fail: 'Gone already' }),
	};

	await expect(host.activate(hookWorkflow(conductor))).rejects.toThrow(/^No place left$/);
	expect(await host.logged()).toMatchObject([
		{ workflowId: 'w1', what: 'delete the webhooks', error: 'Gone already' },
		{ what: 'delete the webhooks' },
	]);
	await expect(host.poll('w1')).rejects.toThrow('Workflow "w1" has no active polling node.');

	conductor.reset();
	await host.activate(bothWorkflow(conductor));
	let goOn = () => {};
	const slow = new Promise<void>((resolve) => {
		goOn = resolve;
	});
	conductor.replies = {
		async poll({ budgetMs }) {
			if (budgetMs === 1000) await slow;
			return { items: [{ budgetMs }] };
		},
	};
	const first = host.poll('w1', { budgetMs: 1000 });
	await host.poll('w1');
	goOn();
	await first;
	await host.settled();

	const budgets = host.executions().map(({ items }) => items[0]?.budgetMs);
	expect(new Set(budgets)).toEqual(new Set([1000, 300_000]));
});
