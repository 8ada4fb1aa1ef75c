import type { Reply } from './conductor.cts';
import { hookWorkflow, hosting, send, useConductor } from './hosting.cts';

const conductor = useConductor();

const path = '/webhook/hook-w1/events';

async function active(parameters: Parameters<typeof hookWorkflow>[2] = {}) {
	const host = await hosting();
	await host.activate(hookWorkflow(conductor, 'w1', parameters));
	return host;
}

describe('n8n answers', () => {
	const started = { message: 'Workflow was started' };
	const received = { message: 'Webhook call received' };

	it.each<[string, Reply, unknown]>([
		['with what the node returns', { items: [{}], webhookResponse: { ok: 1 } }, { ok: 1 }],
		['with a text', { items: [{}], webhookResponse: 'Thanks' }, 'Thanks'],
		['that the workflow was started', { items: [{}] }, started],
		['that the call was received, where nothing runs', {}, received],
		['with what the node returns, where nothing runs', { webhookResponse: { ok: 0 } }, { ok: 0 }],
	])('200 %s', async (_, reply, body) => {
		const host = await active();
		conductor.replies = { webhook: () => reply };

		expect(await send(host.url + path)).toMatchObject({ status: 200, body });
	});

	it.each([
		['firstEntryJson', 'firstEntryJson'],
		['noData', ''],
	])('as the description of the webhook says: %s', async (responseData, body) => {
		const host = await active({ responseData });
		conductor.replies = { webhook: () => ({ items: [{}], webhookResponse: { ok: 1 } }) };

		expect(await send(host.url + path)).toMatchObject({ status: 200, body });
	});

	it('the name of a default, whatever the node returns, where the description says nothing', async () => {
		const host = await active();
		conductor.replies = { webhook: () => ({ items: [{}], webhookResponse: { ok: 1 } }) };
		const plain = `${host.url}/webhook/hook-w1/plain`;
		const answer = await send(plain, {}, { method: 'GET', body: undefined });

		expect(answer).toMatchObject({ status: 200, body: 'firstEntryJson' });
	});

	it('500 for a response mode that is not here', async () => {
		const host = await active({ responseMode: 'lastNode' });

		expect(await send(host.url + path)).toMatchObject({
			status: 500,
			body: { message: "The response mode 'lastNode' cannot be used here." },
		});
	});
});

describe('the node answers itself', () => {
	it.each<[string, NonNullable<Reply['respond']>, unknown]>([
		['with JSON', { status: 403, json: { error: 'Wrong key' } }, { error: 'Wrong key' }],
		['with a text', { status: 401, text: 'Who are you?' }, 'Who are you?'],
		['with nothing', { status: 204 }, ''],
	])('%s', async (_, respond, body) => {
		const host = await active();
		conductor.replies = {
			webhook: () => ({ respond: { ...respond, header: 'here' }, noWebhookResponse: true }),
		};
		const answer = await send(host.url + path);
		await host.settled();

		expect(answer).toMatchObject({ status: respond.status, body });
		expect(answer.headers.get('x-fixture')).toBe('here');
		expect(host.executions).toEqual([]);
		expect(host.logged).toEqual([]);
	});

	it('and the workflow runs', async () => {
		const host = await active();
		conductor.replies = {
			webhook: () => ({ respond: { status: 202 }, noWebhookResponse: true, items: [{}] }),
		};

		expect((await send(host.url + path)).status).toBe(202);
		await host.settled();
		expect(host.executions).toMatchObject([{ status: 'success' }]);
	});

	it('and has to say so: else n8n answers once more, which fails', async () => {
		const host = await active();
		conductor.replies = { webhook: () => ({ respond: { status: 403, json: {} } }) };

		expect((await send(host.url + path)).status).toBe(403);
		await host.settled();
		expect(host.logged).toMatchObject([{ what: `answer POST ${path}` }]);
	});
});

describe('n8n refuses', () => {
	it.each([
		['an unknown address', '/webhook/nobody/events', 'POST', 404],
		['an address outside of webhooks', '/rest/login', 'POST', 404],
		['a test URL that nobody waits for', '/webhook-test/hook-w1/events', 'POST', 404],
		['another method', path, 'GET', 404],
		['a method it does not know', path, 'PROPFIND', 500],
	])('%s', async (_, at, method, status) => {
		const host = await active();

		expect((await send(host.url + at, {}, { method, body: undefined })).status).toBe(status);
		expect(conductor.calls.filter(({ what }) => what === 'webhook')).toEqual([]);
	});

	it('another method by naming the right one', async () => {
		const host = await active();

		expect((await send(host.url + path, {}, { method: 'PUT' })).body).toMatchObject({
			code: 404,
			message:
				'This webhook is not registered for PUT requests. Did you mean to make a POST request?',
		});
	});

	it('what is not JSON', async () => {
		const host = await active();
		const answer = await send(host.url + path, {}, { body: '{ "id": ' });

		expect(answer).toMatchObject({
			status: 422,
			body: { message: 'Failed to parse request body' },
		});
		expect(conductor.calls.filter(({ what }) => what === 'webhook')).toEqual([]);
	});

	it('more than 16 MB', async () => {
		const host = await active();
		const body = JSON.stringify('x'.repeat(17 * 1024 * 1024));

		expect((await send(host.url + path, {}, { body })).status).toBe(500);
		expect(conductor.calls.filter(({ what }) => what === 'webhook')).toEqual([]);
	});
});

it.each([
	['a form', 'application/x-www-form-urlencoded', 'id=1&tag=a&tag=b', { id: '1', tag: ['a', 'b'] }],
	['a text', 'text/plain', 'hello', 'hello'],
	['nothing it knows', 'application/octet-stream', 'bytes', undefined],
	['JSON with a byte order mark', 'application/json; charset=utf-8', '\uFEFF{"id":1}', { id: 1 }],
])('reads %s', async (_, type, body, seen) => {
	const host = await active();
	await send(host.url + path, {}, { headers: { 'content-type': type }, body });

	expect(conductor.calls.at(-1)).toMatchObject({ what: 'webhook', rawBody: body });
	expect(conductor.calls.at(-1)?.body).toEqual(seen);
});
