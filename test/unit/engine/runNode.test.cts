import { once } from 'node:events';
import { runNode } from '../../../engine/runNode.cts';
import { startEchoServer, type EchoServer } from './echoServer.cts';
import { fixture } from './fixture.cts';

let server: EchoServer;

beforeAll(async () => {
	server = await startEchoServer();
});

afterAll(async () => await server.close());

describe('items', () => {
	it('come out with expressions resolved, linked to their input item', async () => {
		const { items, status } = await runNode({
			...fixture,
			parameters: { text: '={{ $json.name }} at {{ $now.zoneName }}' },
			items: [{ name: 'Ada' }, { name: 'Grace' }],
			timezone: 'Europe/Berlin',
		});

		expect(status).toBe('success');
		expect(items).toEqual([
			{ json: { text: 'Ada at Europe/Berlin', zone: 'Europe/Berlin' }, pairedItem: { item: 0 } },
			{ json: { text: 'Grace at Europe/Berlin', zone: 'Europe/Berlin' }, pairedItem: { item: 1 } },
		]);
	});

	it('get the defaults of parameters that are not given', async () => {
		const { items } = await runNode({ ...fixture, parameters: {} });

		expect(items[0]?.json).toMatchObject({ text: 'hello' });
	});

	it('leave failed ones through the error output, with the input they came from', async () => {
		const { items, errors } = await runNode({
			...fixture,
			parameters: { text: 'fine' },
			items: [{ id: 1 }, { id: 2, bad: true }, { id: 3 }],
			onError: 'continueErrorOutput',
		});

		expect(items.map((item) => item.pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(errors).toEqual([
			{ json: { id: 2, bad: true, error: 'Bad item' }, pairedItem: { item: 1 } },
		]);
	});

	it('can carry a file', async () => {
		const { items } = await runNode({ ...fixture, parameters: { mode: 'file', text: 'hello' } });

		expect(items[0]?.binary?.data).toMatchObject({
			fileName: 'hello.txt',
			mimeType: 'text/plain',
			data: Buffer.from('hello').toString('base64'),
		});
	});

	it('come with the hints of the node', async () => {
		const { hints } = await runNode({ ...fixture, parameters: {}, items: [{}, {}] });

		expect(hints).toEqual([{ message: '2 done', location: 'outputPane' }]);
	});
});

describe('errors', () => {
	it('stop the workflow and tell name, message and item', async () => {
		const { error, items, status } = await runNode({ ...fixture, parameters: { mode: 'refuse' } });

		expect(status).toBe('error');
		expect(items).toEqual([]);
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: 'Refused',
			context: { itemIndex: 0 },
		});
	});

	it('name a required parameter that is empty', async () => {
		const { error } = await runNode({ ...fixture, parameters: { needed: '' } });

		expect(error?.message).toContain('Parameter "Needed" is required.');
	});

	it('name an unknown node type', async () => {
		const run = runNode({ ...fixture, type: 'n8n-nodes-fixture.missing', parameters: {} });

		await expect(run).rejects.toThrow('Unrecognized node type: n8n-nodes-fixture.missing');
	});

	it('name an unknown package', async () => {
		const run = runNode({ ...fixture, type: 'n8n-nodes-missing.node', parameters: {} });

		await expect(run).rejects.toThrow('Unrecognized node type: n8n-nodes-missing.node');
	});
});

describe('retry on fail', () => {
	const parameters = () => ({
		mode: 'insist',
		credential: 'fixtureFunctionApi',
		text: `${server.url}/once/500`,
	});
	const credentials = { fixtureFunctionApi: { key: 'secret' } };

	it('runs the node again, which else fails', async () => {
		const retried = await runNode({
			...fixture,
			parameters: parameters(),
			credentials,
			retryOnFail: true,
		});

		expect(retried.status).toBe('success');
		expect(retried.items[0]?.json).toMatchObject({ key: 'function secret' });
	});

	it('is off unless asked for', async () => {
		const fresh = await startEchoServer();
		const { error } = await runNode({
			...fixture,
			parameters: { ...parameters(), text: `${fresh.url}/once/500` },
			credentials,
		});
		await fresh.close();

		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '500' });
	});
});

describe('credentials', () => {
	it('have the defaults of their type', async () => {
		const { items } = await runNode({
			...fixture,
			parameters: { mode: 'credentials', credential: 'fixtureFunctionApi' },
			credentials: { fixtureFunctionApi: { key: '={{ $json.key }}' } },
			items: [{ key: 'of the item' }],
		});

		expect(items[0]?.json).toEqual({
			key: 'of the item',
			url: 'http://fixture.invalid',
		});
	});

	it.each(['fixtureFunctionApi', 'fixtureGenericApi'])('of %s authenticate', async (credential) => {
		const { items } = await runNode({
			...fixture,
			parameters: { mode: 'request', credential, text: `${server.url}/` },
			credentials: { [credential]: { key: 'secret' } },
		});

		const kind = credential === 'fixtureFunctionApi' ? 'function' : 'generic';
		expect(items[0]?.json).toEqual({ statusCode: 200, echo: `${kind} secret` });
	});
});

it('cancels a request on its way', async () => {
	const controller = new AbortController();
	const run = runNode({
		...fixture,
		parameters: {
			mode: 'request',
			credential: 'fixtureFunctionApi',
			text: `${server.url}/hang`,
		},
		credentials: { fixtureFunctionApi: { key: 'secret' } },
		signal: controller.signal,
	});

	const endedEarly = run.then(({ error }) => {
		throw new Error(`Ended before its request came: ${error?.message}`);
	});
	const request = await Promise.race([server.hungRequest, endedEarly]);
	const closed = once(request.socket, 'close');
	controller.abort();

	expect((await run).status).toBe('canceled');
	await closed;
});
