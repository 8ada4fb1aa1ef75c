import { memoryDatabase } from '../../../engine/host/database.cts';
import { startHost } from '../../../engine/host/host.cts';
import { credentials, credentialsAt } from '../stage.cts';
import { delivery, TriggerStage, useTriggerStage, webhookWorkflow } from './stage.cts';

const stage = useTriggerStage();

/** The webhooks that meetergo has, without what changes from run to run. */
function registered(current: TriggerStage) {
	return [...current.sandbox.state.webhooks.values()].map(
		({ endpoint, eventTypes, description }) => ({
			address: endpoint.split('?')[0],
			hasKey: /\?key=[\w-]{24}$/.test(endpoint),
			eventTypes,
			description,
		}),
	);
}

/** Somebody else's webhook, or what a crash has left behind. */
async function register(current: TriggerStage, endpoint: string, eventTypes = ['booking_created']) {
	const body = { endpoint, eventTypes, description: 'CRM feed' };
	const { status } = await current.visitor.ask('POST', '/webhooks', { body });
	expect(status).toBe(201);
}

it('makes one webhook when the workflow is published, and removes it afterwards', async () => {
	const id = await stage().listen();

	expect(registered(stage())).toEqual([
		{
			address: `${stage().host.url}/webhook/hook-${id}/webhook`,
			hasKey: true,
			eventTypes: ['booking_created', 'booking_rescheduled', 'booking_cancelled'],
			description: `n8n: Workflow ${id}`,
		},
	]);
	await stage().host.deactivate(id);
	expect(registered(stage())).toEqual([]);
	expect(stage().host.logged).toEqual([]);
});

it('takes over what points here already, and mends its events and key', async () => {
	const workflow = webhookWorkflow();
	const address = `${stage().host.url}/webhook/hook-${workflow.id}/webhook`;
	await register(stage(), `${address}?key=of-a-process-that-has-died`);

	await stage().host.activate(workflow);

	expect(registered(stage())).toEqual([
		expect.objectContaining({
			address,
			hasKey: true,
			eventTypes: expect.arrayContaining(['booking_cancelled']),
		}),
	]);
	const posts = stage().visitor.exchanges.filter(({ method }) => method === 'POST');
	expect(posts).toHaveLength(1);
});

it('keeps one of several that point here', async () => {
	const workflow = webhookWorkflow();
	const address = `${stage().host.url}/webhook/hook-${workflow.id}/webhook`;
	await register(stage(), `${address}?key=one`);
	await register(stage(), `${address}?key=another`);

	await stage().host.activate(workflow);

	expect(registered(stage())).toHaveLength(1);
});

it('leaves the webhooks of others alone', async () => {
	await register(stage(), 'https://hooks.example.org/in/meetergo?token=secret');
	const mine = await stage().listen();
	const yours = await stage().listen();

	await stage().host.deactivate(mine);

	expect(registered(stage()).map(({ address }) => address)).toEqual([
		'https://hooks.example.org/in/meetergo',
		`${stage().host.url}/webhook/hook-${yours}/webhook`,
	]);
});

it('does not remove what somebody has pointed elsewhere', async () => {
	const id = await stage().listen();
	const [webhook] = stage().sandbox.state.webhooks.values();
	if (webhook === undefined) throw new Error('No webhook was made');
	stage().sandbox.state.webhooks.set(webhook.id, {
		...webhook,
		endpoint: 'https://other.example.org/',
	});

	await stage().host.deactivate(id);

	expect(registered(stage()).map(({ address }) => address)).toEqual(['https://other.example.org/']);
	expect(stage().host.logged).toEqual([]);
});

it('is content when somebody has removed it by hand, and makes it anew', async () => {
	const id = await stage().listen();
	stage().sandbox.state.webhooks.clear();

	await stage().host.deactivate(id);
	expect(stage().host.logged).toEqual([]);
	await stage().host.activate(webhookWorkflow({}, id));
	expect(registered(stage())).toHaveLength(1);
});

it('finds it again after a restart, and makes none besides', async () => {
	const id = await stage().listen();
	const before = stage().endpoints();

	await stage().host.restart();

	expect(stage().endpoints()).toEqual(before);
	await stage().deliver(before[0] ?? '', delivery());
	await stage().quiet();
	expect(stage().told(id)).toHaveLength(1);
});

it('heals what was removed by hand when n8n starts', async () => {
	const id = await stage().listen();
	stage().sandbox.state.webhooks.clear();

	await stage().host.restart();

	await stage().deliver(stage().endpoints()[0] ?? '', delivery());
	await stage().quiet();
	expect(stage().told(id)).toHaveLength(1);
});

it('leaves no orphan when n8n dies before it has stored what it made', async () => {
	const database = memoryDatabase();
	const workflow = webhookWorkflow();
	const staticData = new Map<string, string>();
	const dying = {
		...database,
		staticData: {
			get: (key: string) => staticData.get(key),
			set: () => {
				throw new Error('n8n was killed');
			},
			delete: (key: string) => staticData.delete(key),
			entries: () => staticData.entries(),
		},
	};
	const given = { credentials: credentialsAt(stage().sandbox) };
	const first = await startHost({ ...given, database: dying });
	const port = Number(new URL(first.url).port);
	await first.activate(workflow);
	await first.close();
	expect(stage().endpoints()).toHaveLength(1);

	const second = await startHost({ ...given, port });
	await second.activate(workflow);
	expect(stage().endpoints()).toHaveLength(1);
	await second.deactivate(workflow.id);
	await second.close();

	expect(stage().endpoints()).toEqual([]);
});

it('removes what was registered under an address that n8n no longer has', async () => {
	const database = memoryDatabase();
	const workflow = webhookWorkflow();
	const given = { credentials: credentialsAt(stage().sandbox), database };
	const first = await startHost(given);
	await first.activate(workflow);
	const second = await startHost({ ...given, port: 0 });
	await first.close();

	const [endpoint = ''] = stage().endpoints();
	expect(stage().endpoints()).toHaveLength(1);
	expect(endpoint.startsWith(second.url)).toBe(true);
	await second.deactivate(workflow.id);
	await second.close();
	expect(stage().endpoints()).toEqual([]);
});

it('removes it when n8n has another address by the time the workflow is unpublished', async () => {
	const database = memoryDatabase();
	const workflow = webhookWorkflow();
	const given = {
		credentials: credentialsAt(stage().sandbox),
		database,
		publication: 'service',
	} as const;
	const first = await startHost(given);
	await first.activate(workflow);
	// The publication service leaves webhooks alone when n8n starts.
	const second = await startHost(given);
	await first.close();
	expect(stage().endpoints()).toHaveLength(1);

	await second.deactivate(workflow.id);
	await second.close();

	expect(stage().endpoints()).toEqual([]);
});

it('keeps test and production apart', async () => {
	const workflow = webhookWorkflow();
	await stage().host.activate(workflow);
	const listening = await stage().host.listenForTestEvent(workflow);
	expect(stage().endpoints()).toHaveLength(2);
	const test =
		stage()
			.endpoints()
			.find((endpoint) => endpoint.includes('/webhook-test/')) ?? '';

	await stage().deliver(test, delivery());
	expect((await listening.execution)?.mode).toBe('manual');
	await stage().quiet();

	expect(stage().endpoints()).toHaveLength(1);
	expect(stage().told(workflow.id)).toHaveLength(1);
	await stage().deliver(stage().endpoints()[0] ?? '', delivery());
	await stage().quiet();
	expect(stage().told(workflow.id)).toHaveLength(2);
});

describe('when the six places are taken', () => {
	beforeEach(async () => {
		for (let place = 1; place <= 6; place += 1) {
			await register(stage(), `https://hooks-${place}.example.org/secret-path?token=secret`);
		}
	});

	it('says who has them, without their secrets', async () => {
		const error = await stage()
			.listen()
			.catch((thrown: unknown) => thrown);

		expect(error).toMatchObject({
			message: 'All 6 webhook places of the meetergo workspace are taken',
			description: expect.stringMatching(
				/They are held by: \d+ "CRM feed" at hooks-1\.example\.org; /,
			),
		});
		expect(JSON.stringify(error)).not.toContain('secret');
		expect(stage().endpoints()).toHaveLength(6);
		expect(stage().host.logged).toEqual([]);
	});

	it('succeeds once a place is free', async () => {
		await expect(stage().listen()).rejects.toThrow('taken');
		stage().sandbox.state.webhooks.delete([...stage().sandbox.state.webhooks.keys()][0] ?? 0);

		await stage().listen();

		expect(stage().endpoints()).toHaveLength(6);
	});
});

describe('when something goes wrong', () => {
	it('finds its webhook when the answer to its making is lost', async () => {
		stage().sandbox.faults.add({
			kind: 'reset',
			when: 'after',
			method: 'POST',
			path: '/webhooks$',
		});

		await stage().listen();

		expect(stage().endpoints()).toHaveLength(1);
	});

	it('names the webhook that it could not remove, and takes it over later', async () => {
		const id = await stage().listen();
		stage().sandbox.faults.add({
			kind: 'status',
			status: 400,
			method: 'DELETE',
			path: '/webhooks/',
		});

		await stage().host.deactivate(id);

		const [webhook] = stage().sandbox.state.webhooks.keys();
		expect(stage().host.logged.map(({ error }) => error.message)).toEqual([
			`The webhook ${webhook} was left behind in meetergo`,
		]);
		await stage().host.activate(webhookWorkflow({}, id));
		await stage().host.deactivate(id);
		expect(stage().endpoints()).toEqual([]);
	});

	it('says what a token lacks', async () => {
		const limited = await TriggerStage.set({
			credential: { accessToken: credentials.schedulingOnlyToken },
		});
		try {
			await expect(limited.listen()).rejects.toMatchObject({
				description: expect.stringContaining('permission group Account'),
			});
			expect(limited.host.logged).toEqual([]);
		} finally {
			await limited.strike();
		}
	});

	it('refuses to listen on an address that only this machine has, before it asks for anything', async () => {
		const remote = await TriggerStage.set({
			credential: { baseUrl: 'https://api.meetergo.invalid/v4' },
		});
		try {
			await expect(remote.listen()).rejects.toMatchObject({
				message: expect.stringMatching(/^meetergo cannot reach 127\.0\.0\.1:\d+$/),
				description: expect.stringContaining('N8N_WEBHOOK_URL'),
			});
			expect(remote.visitor.exchanges).toEqual([]);
		} finally {
			await remote.strike();
		}
	});
});

describe("under n8n's publication service", () => {
	const serviced = useTriggerStage({ host: { publication: 'service' } });

	it('publishes, restarts and unpublishes likewise', async () => {
		const id = await serviced().listen();
		const before = serviced().endpoints();
		await serviced().host.restart();
		expect(serviced().endpoints()).toEqual(before);
		await serviced().deliver(before[0] ?? '', delivery());
		await serviced().quiet();
		expect(serviced().told(id)).toHaveLength(1);
		await serviced().host.deactivate(id);
		expect(serviced().endpoints()).toEqual([]);
	});

	it('makes one webhook in several tries', async () => {
		serviced().sandbox.faults.add({
			kind: 'status',
			status: 403,
			method: 'POST',
			path: '/webhooks$',
			times: 3,
		});

		await serviced().listen();

		expect(serviced().endpoints()).toHaveLength(1);
	});
});
