import { listSearch } from '../../engine/listSearch.cts';
import { bothCredentials, byId, ids, useStage } from './stage.cts';

const stage = useStage();

const { lena, lenaEvenings, priya } = ids.availabilities;

/** Opens the list of schedules, as the admin Lena unless told otherwise. */
async function open(more: Partial<Parameters<typeof listSearch>[0]> = {}) {
	const { results } = await listSearch({
		method: 'searchSchedules',
		parameters: { authentication: 'personalAccessToken' },
		credentials: stage.credentialsOf(),
		...more,
	});
	return results;
}

it.each(bothCredentials)('lists by name, with the time zone, with %s', async (authentication) => {
	expect(await open({ parameters: { authentication } })).toEqual([
		{ name: 'Evenings (Europe/Vienna)', value: lenaEvenings },
		{ name: 'Working hours (Europe/Vienna, default)', value: lena },
	]);
});

it.each([
	[' EVEN', [lenaEvenings]],
	['vienna', [lenaEvenings, lena]],
	['oslo', []],
])('finds "%s"', async (filter, found) => {
	expect((await open({ filter })).map(({ value }) => value)).toEqual(found);
});

it('lists those of the user acted as', async () => {
	const parameters = { authentication: 'platformApiKey', actingUser: byId(ids.users.priya) };
	expect(await open({ parameters })).toEqual([
		{ name: 'Working hours (Asia/Kolkata, default)', value: priya },
	]);
});

it('tells of an answer that holds no list', async () => {
	stage.sandbox.faults.add({ kind: 'garbage', status: 200, body: '{"nothing":"here"}' });
	await expect(open()).rejects.toMatchObject({
		message: 'meetergo sent an answer that could not be read',
	});
});
