import type { INodeProperties } from 'n8n-workflow';
import { listSearch } from '../../engine/listSearch.cts';
import { Meetergo } from '../../nodes/Meetergo/Meetergo.node';
import { byId, ids, useStage } from './stage.cts';

/* The list of Act As User is read in the name of the credential's user: whoever is chosen already may not list users. */

const stage = useStage();

const { users } = ids;

async function open(actingUser: string) {
	const { results } = await listSearch({
		method: 'searchActingUsers',
		parameters: { authentication: 'platformApiKey', actingUser: byId(actingUser) },
		credentials: stage.credentialsOf(),
	});
	return results.map(({ value }) => value);
}

it.each([
	['nobody', ''],
	['a member', users.james],
	['an admin', users.lena],
])('lists all users where %s is chosen in the form', async (_who, chosen) => {
	expect(await open(chosen)).toEqual([
		users.aroha,
		users.james,
		users.lena,
		users.mila,
		users.priya,
	]);
	const actedAs = stage.exchanges.map(({ headers }) => headers['x-meetergo-api-user-id']);
	expect(actedAs).toEqual([ids.admin]);
});

it('fills Act As User in every form that shows it', () => {
	const lists = new Meetergo().description.properties
		.filter(({ name }) => name === 'actingUser')
		.map(({ modes }: INodeProperties) => modes?.find(({ type }) => type === 'list'));
	expect(lists.length).toBeGreaterThan(0);
	expect(new Set(lists.map((list) => list?.typeOptions?.searchListMethod))).toEqual(
		new Set(['searchActingUsers']),
	);
});
