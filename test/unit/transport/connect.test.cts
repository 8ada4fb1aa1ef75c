import fastify, { type FastifyInstance } from 'fastify';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { connect } from '../../../nodes/Meetergo/transport/connect';
import { v4 } from '../../../nodes/Meetergo/transport/path';
import { voice } from './fakes.cts';
import {
	executeContext,
	loadOptionsContext,
	platformCredential,
	tokenCredential,
} from './n8nContext.cts';

describe('a connection', () => {
	let app: FastifyInstance;
	let baseUrl: string;

	beforeAll(async () => {
		app = fastify();
		app.get('/v4/user/me', async ({ headers }) => ({ user: headers['x-meetergo-api-user-id'] }));
		app.get('/v4/slow', async () => await new Promise(() => {}));
		baseUrl = `${await app.listen({ host: '127.0.0.1', port: 0 })}/v4`;
	});

	afterAll(async () => {
		app.server.closeAllConnections();
		await app.close();
	});

	it('makes clients that share what the run costs', async () => {
		const credential = { apiKey: 'ak_live:1:shared', actingUserId: 'default', baseUrl };
		const connection = await connect(
			executeContext(platformCredential, credential),
			platformCredential,
			voice(),
		);
		const anna = connection.client({ actingUser: 'anna', maxWaitMs: 0 });
		const anybody = connection.client({ maxWaitMs: 0 });
		expect(await anna.get(v4`/user/me`)).toEqual({ user: 'anna' });
		expect(await anybody.get(v4`/user/me`)).toEqual({ user: 'default' });
		expect(connection.notes.requests).toBe(2);
		expect(connection.hasDefaultUser).toBe(true);

		const load = jest.fn(async () => await Promise.resolve(1));
		await anybody.perRun('x', load);
		await connection.client({ maxWaitMs: 5 }).perRun('x', load);
		expect(load).toHaveBeenCalledTimes(1);
	});

	it('serves a form that opens a list', async () => {
		const credential = { accessToken: 'rgo-form', baseUrl };
		const connection = await connect(
			loadOptionsContext(tokenCredential, credential),
			tokenCredential,
			voice(),
		);
		expect(await connection.client({ maxWaitMs: 0 }).get(v4`/user/me`)).toEqual({});
	});

	it('ends an attempt that takes too long', async () => {
		const credential = { accessToken: 'rgo-slow', baseUrl };
		const connection = await connect(
			executeContext(tokenCredential, credential),
			tokenCredential,
			voice(),
		);
		const impatient = connection.client({ maxWaitMs: 0, attemptTimeoutMs: 50 });
		await expect(impatient.get(v4`/slow`)).rejects.toMatchObject({
			failure: { code: 'timedOut' },
		});
		expect(connection.hasDefaultUser).toBe(false);
	});

	it('shares its limit with all who use the key, and lets go when the execution is cancelled', async () => {
		const credential = { accessToken: 'rgo-limited', baseUrl, burst: 1, requestsPerMinute: 1 };
		const first = await connect(
			executeContext(tokenCredential, credential),
			tokenCredential,
			voice(),
		);
		await first.client({ maxWaitMs: 0 }).get(v4`/user/me`);

		const controller = new AbortController();
		const second = await connect(
			executeContext(tokenCredential, credential, controller.signal),
			tokenCredential,
			voice(),
		);
		const waiting = second.client({ maxWaitMs: 0 }).get(v4`/user/me`);
		controller.abort();
		await expect(waiting).rejects.toMatchObject({ failure: { code: 'cancelled' } });
		expect(second.notes.requests).toBe(0);
	});

	it.each<[string, ...ICredentialDataDecryptedObject[]]>([
		[tokenCredential, { accessToken: 'rgo-one' }, { accessToken: 'rgo-other' }],
		[platformCredential, { apiKey: 'ak_live:1:one' }, { apiKey: 'ak_live:1:other' }],
	])('has a limit for each key: %s', async (type, ...keys) => {
		for (const key of keys) {
			const credential = { ...key, baseUrl, burst: 1, requestsPerMinute: 1 };
			const connection = await connect(executeContext(type, credential), type, voice());
			await connection.client({ maxWaitMs: 0 }).get(v4`/user/me`);
			expect(connection.notes.forLimit.ms).toBeLessThan(10_000);
		}
	});
});

describe('a credential', () => {
	it.each<[ICredentialDataDecryptedObject, string]>([
		[{ requestsPerMinute: 0 }, 'Requests per Minute'],
		[{ requestsPerMinute: 'many' }, 'Requests per Minute'],
		[{ burst: -1 }, 'Burst'],
		[{ burst: Infinity }, 'Burst'],
		[{ processes: 0.5 }, 'Processes Sharing This Key'],
		[{ baseUrl: 'api.meetergo.com' }, 'Base URL'],
		[{ baseUrl: 'https://' }, 'Base URL'],
	])('with %j is refused by the name of the field', async (values, parameter) => {
		const context = executeContext(tokenCredential, { accessToken: 'rgo-1', ...values });
		await expect(connect(context, tokenCredential, voice())).rejects.toMatchObject({
			failure: {
				code: 'invalidInput',
				parameter,
				message: expect.stringContaining(parameter),
				mayHaveHappened: false,
			},
		});
	});

	it.each<ICredentialDataDecryptedObject>([
		{},
		{ baseUrl: ' ' },
		{ baseUrl: 'https://staging.example/v4/' },
		{ requestsPerMinute: '30', burst: 1, processes: 4 },
	])('with %j is taken', async (values) => {
		const context = executeContext(tokenCredential, { accessToken: 'rgo-1', ...values });
		const connection = await connect(context, tokenCredential, voice());
		expect(connection.notes).toMatchObject({ requests: 0, recovered: 0, cutLists: 0 });
	});
});
