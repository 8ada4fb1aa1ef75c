import fastify, { type FastifyInstance } from 'fastify';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { root, v4 } from '../../../nodes/Meetergo/transport/path';
import type { Ask, Fault, Reply } from '../../../nodes/Meetergo/transport/types';
import { createSend, type Context } from '../../../nodes/Meetergo/transport/wire';
import { get, post } from './fakes.cts';
import { executeContext, platformCredential, tokenCredential } from './n8nContext.cts';

const token = { accessToken: 'rgo-0123456789' };

interface Seen {
	readonly method: string;
	readonly url: string;
	readonly headers: Readonly<Record<string, unknown>>;
	readonly body: string;
}

describe('over a real socket', () => {
	let app: FastifyInstance;
	let base: string;
	let seen: Seen[];

	beforeAll(async () => {
		app = fastify();
		app.removeAllContentTypeParsers();
		app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
			done(null, body),
		);
		app.all('/*', async ({ method, url, headers, body }, reply) => {
			seen.push({ method, url, headers, body: typeof body === 'string' ? body : '' });
			const code = Number(/status=(\d+)/.exec(url)?.[1] ?? 200);
			const to = /to=([^&]+)/.exec(url)?.[1];
			if (to) return await reply.redirect(decodeURIComponent(to), code);
			if (code === 204) return await reply.code(code).send();
			return await reply
				.code(code)
				.header('Retry-After', '3')
				.type('application/json')
				.send(url.includes('broken') ? '{"a":' : '{"a":1}');
		});
		base = `${await app.listen({ host: '127.0.0.1', port: 0 })}/v4`;
	});

	beforeEach(() => {
		seen = [];
	});

	afterAll(async () => await app.close());

	const send = async (ask: Ask, context: Context = executeContext(tokenCredential, token)) =>
		await createSend(context, tokenCredential, base)(ask);

	it('sends a read', async () => {
		const reply = await send({ ...get, query: { tags: ['a', 'b c'], page: 0, no: undefined } });
		expect(reply).toMatchObject({ status: 200, body: '{"a":1}', headers: { 'retry-after': '3' } });
		expect(seen).toHaveLength(1);
		expect(seen[0]).toMatchObject({
			method: 'GET',
			url: '/v4/user?tags=a&tags=b%20c&page=0',
			body: '',
			headers: { authorization: 'Bearer rgo-0123456789', accept: 'application/json' },
		});
		expect(seen[0]?.headers).not.toHaveProperty('content-type');
		expect(seen[0]?.headers).not.toHaveProperty('x-meetergo-api-user-id');
	});

	it.each([
		[{}, '{}'],
		[
			{ note: 'Grüße', tags: [], deep: { no: undefined, yes: null } },
			'{"note":"Grüße","tags":[],"deep":{"yes":null}}',
		],
	])('sends the body %j as it is', async (body, text) => {
		await send({ ...post, body });
		expect(seen[0]).toMatchObject({
			method: 'POST',
			url: '/v4/booking',
			body: text,
			headers: { 'content-type': 'application/json' },
		});
	});

	it('sends a DELETE without a body, below the host root', async () => {
		const reply = await send({ method: 'DELETE', path: root`/crm/${'a/b'}?status=204` });
		expect(reply).toMatchObject({ status: 204, body: '' });
		expect(seen[0]).toMatchObject({ method: 'DELETE', url: '/crm/a%2Fb?status=204', body: '' });
		expect(seen[0]?.headers).not.toHaveProperty('content-type');
	});

	it.each([400, 401, 404, 429, 500, 503])('gives back a %i after one attempt', async (code) => {
		const reply = await send({ method: 'GET', path: v4`/x`, query: { status: code } });
		expect(reply).toMatchObject({ status: code, body: '{"a":1}' });
		expect(seen).toHaveLength(1);
	});

	it('leaves broken JSON as it came', async () => {
		expect(await send({ ...get, query: { broken: 1 } })).toMatchObject({ body: '{"a":' });
	});

	it('can send the same ask again', async () => {
		const again = createSend(executeContext(tokenCredential, token), tokenCredential, base);
		await again(post);
		await again(post);
		expect(seen[1]).toEqual({ ...seen[0], headers: expect.anything() });
		expect(post).toEqual({ method: 'POST', path: v4`/booking`, body: {} });
	});

	it.each([
		['user-chosen', 'user-chosen'],
		[undefined, 'user-default'],
	])('acts as %s', async (actingUser, header) => {
		const key = { apiKey: 'ak_live:1:2', actingUserId: 'user-default' };
		const context = executeContext(platformCredential, key);
		await createSend(context, platformCredential, base)({ ...get, actingUser });
		expect(seen[0]?.headers).toMatchObject({
			authorization: 'Bearer ak_live:1:2',
			'x-meetergo-api-user-id': header,
		});
	});

	it('follows a redirected read, but takes no credential to another origin', async () => {
		const other = base.replace('127.0.0.1', 'localhost');
		await send({ ...get, query: { status: 302, to: `${other}/there` } });
		expect(seen.map(({ url }) => url.split('?')[0])).toEqual(['/v4/user', '/v4/there']);
		expect(seen[0]?.headers).toHaveProperty('authorization');
		expect(seen[1]?.headers).not.toHaveProperty('authorization');
	});

	it('does not turn a redirected write into a read', async () => {
		const reply = await send({ ...post, query: { status: 302, to: `${base}/there` } });
		expect(reply).toMatchObject({ status: 302, headers: { location: `${base}/there` } });
		expect(seen).toHaveLength(1);
	});
});

describe('faults', () => {
	let server: Server;
	let base: string;
	const sockets = new Set<Socket>();

	const start = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
	const ways: Record<string, (socket: Socket) => void> = {
		reset: (socket) => socket.resetAndDestroy(),
		hangUp: (socket) => socket.end(),
		cutLength: (socket) => socket.end(`${start}content-length: 100\r\n\r\n{"a":`),
		cutChunk: (socket) => socket.end(`${start}transfer-encoding: chunked\r\n\r\n5\r\n{"a":\r\n`),
		noHttp: (socket) => socket.end('SSH-2.0-OpenSSH\r\n\r\n'),
		silent: () => {},
		halfSilent: (socket) => socket.write(`${start}content-length: 100\r\n\r\n{"a":`),
	};

	beforeAll(async () => {
		server = createServer((socket) => {
			sockets.add(socket);
			socket.on('error', () => {});
			socket.once('data', (data) => ways[data.toString().split(/[/ ]+/)[1] ?? '']?.(socket));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		base = `http://127.0.0.1:${portOf(server)}`;
	});

	afterAll(() => {
		sockets.forEach((socket) => socket.destroy());
		server.close();
	});

	const attempt = async (address: string, ask: Ask, timeoutMs?: number, signal?: AbortSignal) =>
		await createSend(
			executeContext(tokenCredential, token, signal),
			tokenCredential,
			address,
			timeoutMs,
		)(ask);

	it.each(['reset', 'hangUp', 'cutLength', 'cutChunk', 'noHttp'])('%s is a cut', async (way) => {
		expect(await attempt(base, { ...post, path: v4`/${way}` })).toEqual({
			fault: 'cutOff',
			text: expect.stringMatching(/./),
		});
	});

	it('silence is a timeout', async () => {
		expect(await attempt(base, { ...get, path: v4`/silent` }, 50)).toEqual({
			fault: 'timedOut',
			// Of the helper's clock and ours either may be the first.
			text: expect.stringMatching(/^(?:timeout of 50ms exceeded|no whole answer within 50 ms)$/),
		});
	});

	it('half an answer and silence is a loss as well', async () => {
		const reply = await attempt(base, { ...get, path: v4`/halfSilent` }, 50);
		expect(['cutOff', 'timedOut']).toContain('fault' in reply && reply.fault);
	});

	it('a closed port was never reached', async () => {
		const closed = createServer();
		await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
		const port = portOf(closed);
		await new Promise((resolve) => closed.close(resolve));
		expect(await attempt(`http://127.0.0.1:${port}`, post)).toEqual({
			fault: 'neverSent',
			text: expect.stringContaining('ECONNREFUSED'),
		});
	});

	it('cancelling the execution ends the attempt', async () => {
		const controller = new AbortController();
		const reply = attempt(base, { ...post, path: v4`/silent` }, 30_000, controller.signal);
		server.once('connection', () => controller.abort());
		expect(await reply).toEqual({ fault: 'cancelled', text: 'canceled' });
	});

	it.each([
		['no address', 'nonsense', token, 'Invalid URL'],
		['another protocol', 'ftp://127.0.0.1', token, 'Unsupported protocol ftp:'],
		['a key of the other kind', 'http://127.0.0.1:1', { accessToken: 'ak_live:1:2' }, 'ak_live:'],
	])('%s: nothing is sent', async (_, address, credential, text) => {
		const context = executeContext(tokenCredential, credential);
		expect(await createSend(context, tokenCredential, address)(get)).toEqual({
			fault: 'notMade',
			text: expect.stringContaining(text),
		});
	});
});

describe('faults that a test cannot bring about', () => {
	const coded = (code: string) => Object.assign(new Error(code), { code });

	it.each<[thrown: unknown, Fault]>([
		[coded('EAI_AGAIN'), 'neverSent'],
		[coded('ENOTFOUND'), 'neverSent'],
		[{ message: 'wrapped', cause: { cause: coded('ECONNREFUSED') } }, 'neverSent'],
		[{ message: 'The cause got lost', httpCode: 'ECONNREFUSED' }, 'neverSent'],
		[{ message: 'The cause got lost', httpCode: 'ECONNRESET' }, 'cutOff'],
		[coded('ETIMEDOUT'), 'timedOut'],
		[coded('ECONNABORTED'), 'timedOut'],
		[coded('ERR_CANCELED'), 'cancelled'],
		[coded('EPIPE'), 'cutOff'],
		[coded('EPROTO'), 'notMade'],
		[coded('ERR_SSL_WRONG_VERSION_NUMBER'), 'notMade'],
		[coded('SELF_SIGNED_CERT_IN_CHAIN'), 'notMade'],
		[coded('CERT_HAS_EXPIRED'), 'notMade'],
		[coded('DEPTH_ZERO_SELF_SIGNED_CERT'), 'notMade'],
		[coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'notMade'],
		[coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'notMade'],
		[{ message: 'Numbers are no codes', code: 500, httpCode: '' }, 'notMade'],
		[undefined, 'notMade'],
		[null, 'notMade'],
		['a text', 'notMade'],
	])('%j', async (thrown, fault) => {
		expect(await replyTo(async () => await Promise.reject(thrown))).toMatchObject({ fault });
	});

	it.each<[thrown: unknown, text: string]>([
		[{ message: 'wrapped', cause: { message: 'within', cause: { message: 'root' } } }, 'root'],
		[{ message: 'wrapped', cause: { message: '', code: 'EPIPE' } }, 'wrapped'],
		[{ message: 'wrapped', cause: 'a text' }, 'wrapped'],
		[{ code: 'EPIPE' }, 'unknown'],
		[undefined, 'unknown'],
	])('are told in the words of their root: %j', async (thrown, text) => {
		expect(await replyTo(async () => await Promise.reject(thrown))).toMatchObject({ text });
	});

	it('may be their own cause', async () => {
		const circular = coded('ECONNRESET');
		circular.cause = circular;
		const reply = await replyTo(async () => await Promise.reject(circular));
		expect(reply).toEqual({ fault: 'cutOff', text: 'ECONNRESET' });
	});
});

it('knows headers by their names in lower case, and as texts', async () => {
	const headers = { 'Retry-After': 3, 'Set-Cookie': ['a', 'b'] };
	const reply = await replyTo(async () => await Promise.resolve({ statusCode: 429, headers }));
	expect(reply).toEqual({
		status: 429,
		headers: { 'retry-after': '3', 'set-cookie': 'a,b' },
		body: undefined,
	});
});

/** The reply when n8n's helper behaves like this. */
async function replyTo(helper: () => Promise<unknown>): Promise<Reply> {
	const context = executeContext(tokenCredential, token);
	context.helpers.httpRequestWithAuthentication = helper;
	return await createSend(context, tokenCredential, 'http://h')(get);
}

function portOf(server: Server): number {
	const address: AddressInfo | string | null = server.address();
	if (address === null || typeof address === 'string') throw new TypeError('not listening');
	return address.port;
}
