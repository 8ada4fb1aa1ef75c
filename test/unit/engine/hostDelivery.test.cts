import { memoryDatabase } from '../../../engine/host/database.cts';
import type { Reply } from './conductor.cts';
import { hookWorkflow, hosting, send, useConductor } from './hosting.cts';

const conductor = useConductor();

const path = '/webhook/hook-w1/events';

/** A host where the workflow of the webhook is active. */
async function active(
	parameters: Parameters<typeof hookWorkflow>[2] = {},
	after: Parameters<typeof hookWorkflow>[3] = {},
) {
	const database = memoryDatabase();
	const host = await hosting({ database });
	await host.activate(hookWorkflow(conductor, 'w1', parameters, after));
	return { host, database, url: host.url + path };
}

describe('a delivery', () => {
	it('shows the node what was sent', async () => {
		const { url } = await active();
		await send(`${url}?key=a%20b&tag=1&tag=2`, { id: 1 }, { headers: jsonWith({ 'x-key': 'k' }) });

		expect(conductor.calls.at(-1)).toMatchObject({
			what: 'webhook',
			mode: 'webhook',
			method: 'POST',
			path,
			body: { id: 1 },
			query: { key: 'a b', tag: ['1', '2'] },
			key: 'k',
			rawBody: '{"id":1}',
			resourceUrl: url,
		});
	});

	it('runs the workflow with what the node gives', async () => {
		const { host, url } = await active(
			{},
			{ text: '={{ $json.id }} of {{ $("Hook").item.json.id }}' },
		);
		conductor.replies = { webhook: () => ({ items: [{ id: 1 }, { id: 2 }] }) };
		await send(url);
		await host.settled();

		expect(host.executions).toMatchObject([
			{ workflowId: 'w1', mode: 'webhook', startNode: 'Hook', status: 'success' },
		]);
		const { nodes, order } = host.executions[0]?.result ?? {};
		expect(order).toEqual(['Hook', 'After']);
		expect(nodes?.get('Hook')?.outputs[0]?.map(({ json }) => json)).toEqual([{ id: 1 }, { id: 2 }]);
		expect(nodes?.get('After')?.outputs[0]?.map(({ json }) => json.text)).toEqual([
			'1 of 1',
			'2 of 2',
		]);
	});

	it('runs nothing when the node gives nothing', async () => {
		const { host, url } = await active();
		await send(url);
		await host.settled();

		expect(host.executions).toEqual([]);
	});

	it('that the node cannot receive is a failed execution, and keeps nothing', async () => {
		const { host, database, url } = await active();
		conductor.replies = { webhook: () => ({ keep: { seen: 1 }, fail: 'Offline' }) };
		const { status, body } = await send(url);
		await host.settled();

		expect(status).toBe(500);
		expect(body).toEqual({
			code: 0,
			message: 'Workflow Webhook Error: Workflow could not be started!',
		});
		expect(host.executions).toMatchObject([{ mode: 'webhook', status: 'error' }]);
		expect(host.executions[0]?.result.error?.message).toBe('Offline');
		expect(host.executions[0]?.result.nodes.get('Hook')?.error?.message).toBe('Offline');
		expect(database.staticData.get('w1')).toBeUndefined();
	});

	it("reaches n8n's own Webhook node", async () => {
		const host = await hosting();
		const hosted = hookWorkflow(conductor);
		const [hook] = hosted.nodes;
		Object.assign(hook ?? {}, {
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2.1,
			parameters: { httpMethod: 'POST', path: 'lead' },
		});
		await host.activate(hosted);
		const { body } = await send(`${host.url}/webhook/lead`, { id: 1 });
		await host.settled();

		expect(body).toEqual({ message: 'Workflow was started' });
		const hookRun = host.executions[0]?.result.nodes.get('Hook');
		expect(hookRun?.outputs[0]?.[0]?.json).toMatchObject({
			body: { id: 1 },
			webhookUrl: `${host.url}/webhook/lead`,
		});
	});

	it('is told to who wants to know', async () => {
		const seen: string[] = [];
		const host = await hosting({ onExecution: ({ status }) => seen.push(status) });
		await host.activate(hookWorkflow(conductor));
		conductor.replies = { webhook: () => ({ items: [{}] }) };
		await send(host.url + path);
		await host.settled();

		expect(seen).toEqual(['success']);
	});
});

describe('static data', () => {
	it('is read anew for each delivery and stored after it', async () => {
		const { database, url } = await active();
		let seen = 0;
		conductor.replies = { webhook: () => ({ keep: { seen: (seen += 1) } }) };
		await send(url);
		expect(database.staticData.get('w1')).toBe('{"node:Hook":{"seen":1}}');

		database.staticData.set('w1', '{"node:Hook":{"seen":50}}');
		await send(url);
		expect(conductor.calls.at(-1)?.data).toEqual({ seen: 50 });
		expect(database.staticData.get('w1')).toBe('{"node:Hook":{"seen":2}}');
	});

	it('is not seen by a delivery that began before', async () => {
		const { url } = await active();
		const { promise: both, resolve: goOn } = later();
		let arrived = 0;
		conductor.replies = {
			async webhook(): Promise<Reply> {
				if ((arrived += 1) === 2) goOn();
				await both;
				return { keep: { seen: true } };
			},
		};
		await Promise.all([send(url), send(url)]);

		expect(conductor.calls.slice(-2).map(({ data }) => data)).toEqual([{}, {}]);
	});

	it('of an execution is stored at its end', async () => {
		const { host, database, url } = await active({}, { mode: 'count' });
		conductor.replies = { webhook: () => ({ items: [{}] }) };
		await send(url);
		await host.settled();
		await send(url);
		await host.settled();

		expect(database.staticData.get('w1')).toContain('{"count":2}');
	});

	it('that cannot be stored is logged, and answered all the same', async () => {
		const { host, database, url } = await active();
		database.staticData.set = () => {
			throw new Error('The disk is full');
		};
		conductor.replies = { webhook: () => ({ keep: { seen: 1 } }) };

		expect((await send(url)).status).toBe(200);
		expect(host.logged).toMatchObject([{ workflowId: 'w1', what: 'save the static data' }]);
	});
});

function jsonWith(headers: Record<string, string>) {
	return { 'content-type': 'application/json', ...headers };
}

function later() {
	let resolve: () => void = () => {};
	const promise = new Promise<void>((settle) => {
		resolve = settle;
	});
	return { promise, resolve };
}
