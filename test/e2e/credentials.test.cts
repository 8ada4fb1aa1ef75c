import { credentials as keys, ids } from '../../sandbox/seed.cts';
import { freePort } from '../../scripts/n8n/ports.cts';
import { useStage } from './stage.cts';

/* What the button in the form of a credential says. */

const stage = useStage();

const TYPES = ['meetergoPersonalAccessTokenApi', 'meetergoPlatformApi'] as const;

/** Presses the button, with single fields replaced. */
async function press(type: string, fields: Record<string, unknown> = {}) {
	const { client, sandbox, credentials } = stage();
	const { id = '', name = '' } = credentials[type] ?? {};
	return await client.testCredential(id, type, name, { ...sandbox.credentials[type], ...fields });
}

it.each(TYPES)('%s: a key that works', async (type) => {
	expect(await press(type)).toEqual({ status: 'OK', message: 'Connection successful!' });
	expect(stage().wire()).toEqual([expect.stringMatching(/^GET \/v4\/\S+ 200$/)]);
});

it.each([
	['meetergoPersonalAccessTokenApi', { accessToken: keys.expiredToken }],
	['meetergoPlatformApi', { apiKey: keys.expiredPlatformKey }],
])('%s: a key that meetergo does not know', async (type, fields) => {
	expect(await press(type, fields)).toEqual({
		status: 'Error',
		message: expect.stringMatching(/^meetergo does not know this key\. .+ Make a new one/),
	});
});

it.each([
	['meetergoPersonalAccessTokenApi', { accessToken: keys.crmOnlyToken }, 'permission group'],
	['meetergoPlatformApi', { actingUserId: ids.users.ingrid }, 'is a user of your company'],
	['meetergoPersonalAccessTokenApi', { accessToken: keys.platformKey }, 'Meetergo Platform API'],
	['meetergoPlatformApi', { apiKey: keys.adminToken }, 'Meetergo Personal Access Token API'],
])('%s: a key that may not or cannot %j', async (type, fields, says) => {
	expect(await press(type, fields)).toEqual({
		status: 'Error',
		message: expect.stringContaining(says),
	});
});

/* The words are n8n's: it makes the request itself, and waits five minutes for an answer. */
it.each(TYPES)('%s: an address where nobody answers', async (type) => {
	const baseUrl = `http://127.0.0.1:${await freePort()}/v4`;
	expect(await press(type, { baseUrl })).toEqual({
		status: 'Error',
		message: expect.stringContaining('ECONNREFUSED'),
	});
});

it.each(TYPES)('%s: a server that breaks off before it answers', async (type) => {
	stage().sandbox.faults.add({ kind: 'hang', ms: 500 });
	expect(await press(type)).toEqual({
		status: 'Error',
		message: expect.stringContaining('ECONNRESET'),
	});
});
