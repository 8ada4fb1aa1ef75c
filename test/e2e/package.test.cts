import { list, record } from '../../contract/json.cts';
import { version } from '../../package.json';
import { Client } from '../../scripts/n8n/client.cts';
import { owner } from '../preparedN8n.cts';
import { sharedUrl } from './shared.cts';

/* What n8n makes of the package once it is installed. */

const PACKAGE = 'n8n-nodes-meetergo';
const NODES = ['meetergo', 'meetergoTrigger', 'meetergoPollTrigger'];
const TYPES = NODES.map((name) => `${PACKAGE}.${name}`);
const CREDENTIALS = ['meetergoPersonalAccessTokenApi', 'meetergoPlatformApi'];

let client: Client;
beforeAll(async () => {
	client = await Client.signIn(sharedUrl(), owner);
});

/** What the editor loads of a node. */
async function described(name: string) {
	const all = list(await client.rest.get('/types/nodes.json', '')).map(record);
	return record(all.find((node) => node.name === `${PACKAGE}.${name}`));
}

it('is listed with its version and its nodes', async () => {
	const [listed, ...others] = await client.communityPackages();

	expect(others).toEqual([]);
	expect(listed).toMatchObject({ packageName: PACKAGE, installedVersion: version });
	const nodes = list(listed?.installedNodes).map((node) => record(node).type);
	expect(nodes.sort()).toEqual([...TYPES].sort());
	expect(listed?.failedLoading ?? false).toBe(false);
});

it('offers its nodes, and the action to AI agents as a tool', async () => {
	const types = await client.nodeTypes();

	expect([...types].filter((type) => String(type).startsWith(PACKAGE)).sort()).toEqual(
		[...TYPES, `${PACKAGE}.meetergoTool`].sort(),
	);
});

it.each(NODES)('serves the icons of %s for light and dark', async (name) => {
	const { light, dark } = record((await described(name)).iconUrl);

	for (const path of [light, dark]) {
		const answer = await fetch(`${sharedUrl()}/${String(path)}`);
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
		expect(await answer.text()).toContain('<svg');
	}
	expect(light).not.toBe(dark);
});

it.each(NODES)('files %s in a category', async (name) => {
	const { categories, resources } = record((await described(name)).codex);

	expect(list(categories)).not.toEqual([]);
	expect(list(record(resources).primaryDocumentation)).not.toEqual([]);
});

it('has both types of credentials, for its own nodes', async () => {
	const all = list(await client.rest.get('/types/credentials.json', '')).map(record);

	const ours = all.filter(({ name }) => CREDENTIALS.includes(String(name)));
	expect(ours.map(({ name }) => name).sort()).toEqual(CREDENTIALS);
	for (const { iconUrl, supportedNodes } of ours) {
		const { light } = record(iconUrl);
		expect((await fetch(`${sharedUrl()}/${String(light)}`)).status).toBe(200);
		expect(list(supportedNodes)).toEqual(expect.arrayContaining(TYPES));
	}
});
