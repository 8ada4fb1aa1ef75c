import { runWorkflow } from '../../engine/runWorkflow.cts';
import { testCredential } from '../../engine/testCredential.cts';
import { bothCredentials, byId, credentials, ids, type Stage, useStage, wire } from './stage.cts';
import { throughErrorOutput } from './outcome.cts';

const stage = useStage();

const personal = 'meetergoPersonalAccessTokenApi';
const platform = 'meetergoPlatformApi';
type Type = typeof personal | typeof platform;

/** Presses *Test* in the credential, with single fields replaced. */
async function press(type: Type, fields: Parameters<Stage['credentialsOf']>[0] = {}) {
	return await testCredential({ type, data: stage.credentialsOf(fields)[type] ?? {} });
}

describe('the test of a credential', () => {
	it('finds a working token', async () => {
		expect(await press(personal)).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(wire(stage)).toEqual(['GET /v4/meeting-type 200']);
	});

	it('finds a working platform key, and calls in the name of its default user', async () => {
		const actingUserId = ids.users.mila;
		expect(await press(platform, { actingUserId })).toMatchObject({ status: 'OK' });
		expect(wire(stage)).toEqual(['GET /v4/user/me 200']);
		expect(stage.exchanges[0]?.headers['x-meetergo-api-user-id']).toBe(actingUserId);
	});

	it('needs no default user of a platform key', async () => {
		expect(await press(platform, { actingUserId: '' })).toMatchObject({ status: 'OK' });
		expect(stage.exchanges[0]?.headers).not.toHaveProperty('x-meetergo-api-user-id');
	});

	it('finds a token that is limited to scheduling', async () => {
		const accessToken = credentials.schedulingOnlyToken;
		expect(await press(personal, { accessToken })).toMatchObject({ status: 'OK' });
	});

	it('takes a base URL with a slash at its end, and a key with blanks around it', async () => {
		const fields = {
			baseUrl: `${stage.sandbox.url}/v4/`,
			accessToken: ` ${credentials.adminToken}\n`,
		};
		expect(await press(personal, fields)).toMatchObject({ status: 'OK' });
	});

	it.each([
		[
			'an expired token',
			personal,
			{ accessToken: credentials.expiredToken },
			'meetergo does not know this key. It may have expired or been revoked, or its owner may have left the workspace. Make a new one in the meetergo settings.',
		],
		[
			'an expired platform key',
			platform,
			{ apiKey: credentials.expiredPlatformKey },
			'meetergo does not know this key. Platform keys expire 1 to 90 days after they were made. Make a new one in the meetergo settings.',
		],
		[
			'a token without the scheduling group',
			personal,
			{ accessToken: credentials.crmOnlyToken },
			'The token works, but may not see meeting types. Give it the permission group Scheduling in the meetergo settings.',
		],
		[
			'a default user of another company',
			platform,
			{ actingUserId: ids.users.ingrid },
			expect.stringContaining('is a user of your company'),
		],
	] as const)('tells what is wrong with %s', async (_name, type, fields, message) => {
		expect(await press(type, fields)).toEqual({ status: 'Error', message });
	});

	it.each([
		[personal, { accessToken: credentials.platformKey }, 'Meetergo Platform API'],
		[platform, { apiKey: credentials.adminToken }, 'Meetergo Personal Access Token API'],
	] as const)('names the credential for the other kind of key: %s', async (type, fields, other) => {
		const { status, message } = await press(type, fields);
		expect(status).toBe('Error');
		expect(message).toContain(`Use the credential "${other}" for it.`);
		expect(wire(stage)).toEqual([]);
	});

	it('says that the key is missing', async () => {
		expect(await press(personal, { accessToken: '' })).toEqual({
			status: 'Error',
			message: 'The meetergo credential holds no key. Open it and paste one.',
		});
	});
});

describe('in the node', () => {
	it.each([
		['personalAccessToken', { accessToken: credentials.platformKey }, 'Meetergo Platform API'],
		['platformApiKey', { apiKey: credentials.adminToken }, 'Meetergo Personal Access Token API'],
	])(
		'the other kind of key names its credential: %s',
		async (authentication, credential, other) => {
			const getMe = { authentication, resource: 'user', operation: 'getMe' };
			const { error, details } = await throughErrorOutput(stage, getMe, { credential });
			expect(details).toMatchObject({ httpCode: null, mayHaveHappened: false });
			expect(error).toContain(`Use the credential "${other}" for it.`);
			expect(wire(stage)).toEqual([]);
		},
	);

	it.each(bothCredentials)(
		'a key is sent without the blanks around it: %s',
		async (authentication) => {
			const { status } = await stage.run(
				{ authentication, resource: 'user', operation: 'getMe' },
				{
					credential: {
						accessToken: ` ${credentials.adminToken} `,
						apiKey: `${credentials.platformKey}\n`,
					},
				},
			);
			expect(status).toBe('success');
		},
	);
});

describe("in n8n's HTTP Request node", () => {
	async function call(nodeCredentialType: Type, actAs?: string) {
		const { nodes } = await runWorkflow({
			workflow: {
				nodes: [
					node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
					node('Call', 'n8n-nodes-base.httpRequest', 4.2, {
						url: `${stage.sandbox.url}/v4/user/me`,
						authentication: 'predefinedCredentialType',
						nodeCredentialType,
						...(actAs !== undefined && {
							sendHeaders: true,
							headerParameters: {
								parameters: [{ name: 'X-Meetergo-Api-User-Id', value: actAs }],
							},
						}),
					}),
				],
				connections: { Start: { main: [[{ node: 'Call', type: 'main', index: 0 }]] } },
				settings: { executionOrder: 'v1' },
			},
			credentials: stage.credentialsOf(),
		});
		return nodes.get('Call')?.outputs[0]?.map(({ json }) => json.id);
	}

	function node(
		name: string,
		type: string,
		typeVersion: number,
		parameters: Parameters<Stage['run']>[0],
	) {
		const position: [number, number] = [0, 0];
		return { id: name, name, type, typeVersion, position, parameters };
	}

	it('a token signs the request', async () => {
		expect(await call(personal)).toEqual([ids.admin]);
	});

	it('a platform key signs the request, and adds the default user', async () => {
		expect(await call(platform)).toEqual([ids.admin]);
		expect(stage.exchanges[0]?.headers['x-meetergo-api-user-id']).toBe(ids.admin);
	});

	it('a platform key leaves the user alone whom the request names', async () => {
		expect(await call(platform, ids.users.priya)).toEqual([ids.users.priya]);
	});
});

it("a node's choice of user goes before that of the credential", async () => {
	const { items } = await stage.run({
		authentication: 'platformApiKey',
		actingUser: byId(ids.users.priya),
		resource: 'user',
		operation: 'getMe',
	});
	expect(items[0]?.json.id).toBe(ids.users.priya);
});
