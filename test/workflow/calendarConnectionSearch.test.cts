import type { INodeParameters } from 'n8n-workflow';
import { listSearch } from '../../engine/listSearch.cts';
import { bothCredentials, byId, credentials, ids, useStage } from './stage.cts';

const stage = useStage();

const { lenaGoogle, lenaOutlook, jamesGoogle } = ids.calendarConnections;

/** Opens the list of the update of a connection, as the admin Lena unless told otherwise. */
async function open(
	form: INodeParameters = {},
	{
		filter,
		credential,
	}: { filter?: string; credential?: Parameters<typeof stage.credentialsOf>[0] } = {},
) {
	const { results } = await listSearch({
		method: 'searchCalendarConnections',
		filter,
		parameters: {
			authentication: 'personalAccessToken',
			resource: 'calendarConnection',
			operation: 'update',
			...form,
		},
		credentials: stage.credentialsOf(credential),
	});
	return results;
}

it.each(bothCredentials)('lists by provider and account, with %s', async (authentication) => {
	expect(await open({ authentication })).toEqual([
		{ name: 'google lena.okafor@example.org (primary)', value: lenaGoogle },
		{ name: 'outlook lena@example.com', value: lenaOutlook },
	]);
});

it.each([
	['OUTLOOK', [lenaOutlook]],
	['okafor', [lenaGoogle]],
	['yahoo', []],
])('finds "%s"', async (filter, found) => {
	expect((await open({}, { filter })).map(({ value }) => value)).toEqual(found);
});

it('lists those of the host in the form', async () => {
	const results = await open({ hostId: byId(ids.users.james) });
	expect(results.map(({ value }) => value)).toEqual([jamesGoogle]);
});

it('lists those of the user acted as', async () => {
	const actingUser = byId(ids.users.james);
	const results = await open({ authentication: 'platformApiKey', actingUser });
	expect(results.map(({ value }) => value)).toEqual([jamesGoogle]);
});

it('is closed to a member who asks for those of others, and says so', async () => {
	const credential = { accessToken: credentials.memberToken };
	const opened = open({ hostId: byId(ids.users.lena) }, { credential });
	await expect(opened).rejects.toMatchObject({ message: 'meetergo did not allow this' });
});
