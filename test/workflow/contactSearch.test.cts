import type { INodeListSearchResult } from 'n8n-workflow';
import { listSearch } from '../../engine/listSearch.cts';
import { addContacts, contactsIn } from './contacts.cts';
import { bothCredentials, credentials, ids, useStage } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { contacts } = ids;

/** Opens the list of contacts, as the admin Lena unless told otherwise. */
async function open(
	more: Partial<Parameters<typeof listSearch>[0]> = {},
): Promise<INodeListSearchResult> {
	return await listSearch({
		method: 'searchContacts',
		parameters: { authentication: 'personalAccessToken' },
		credentials: stage.credentialsOf(),
		...more,
	});
}

it.each(bothCredentials)(
	'lists by name and how to reach them, those added last first, with %s',
	async (authentication) => {
		const { results } = await open({ parameters: { authentication } });
		expect(results).toEqual([
			{ name: 'office@example.net', value: contacts.office },
			{ name: 'Greta Haddad (Greta.Haddad@Example.net)', value: contacts.greta },
			{ name: 'Farid Garcia (farid.garcia@example.net)', value: contacts.farid },
			{ name: 'Elif Fontaine (+43 1 555 0142)', value: contacts.elif },
			{ name: 'Chidi Eriksen (chidi.eriksen@example.net)', value: contacts.chidi },
			{ name: 'Bruno Duarte (bruno.duarte@example.net)', value: contacts.bruno },
			{ name: 'Amina Costa (amina.costa@example.net)', value: contacts.amina },
			{ name: 'Tomas Berg (tomas.berg@example.net)', value: contacts.tomas },
		]);
	},
);

it.each([
	[' FAR ', [contacts.farid]],
	['555 01', [contacts.elif]],
	['Office@', [contacts.office]],
	['a c', [contacts.amina]],
	['nobody', []],
])('finds "%s"', async (filter, expected) => {
	const { results } = await open({ filter });
	expect(results.map(({ value }) => value)).toEqual(expected);
});

it('lists a page of 50 at a time, each contact once', async () => {
	addContacts(
		stage,
		Array.from({ length: 120 }, (_, at) => ({ email: `${at}@example.net` })),
	);
	const found: unknown[] = [];
	let paginationToken: string | undefined;
	do {
		const page = await open({ paginationToken });
		found.push(...page.results.map(({ value }) => value));
		paginationToken = typeof page.paginationToken === 'string' ? page.paginationToken : undefined;
	} while (paginationToken !== undefined);
	expect(found).toHaveLength(128);
	expect(new Set(found)).toEqual(new Set(contactsIn(stage).map(({ id }) => id)));
	expect(stage.exchanges.map(({ query }) => [query.page, query.limit])).toEqual([
		['1', '50'],
		['2', '50'],
		['3', '50'],
	]);
});

it('tells a token without the permission for contacts what it lacks', async () => {
	const opened = open({
		credentials: stage.credentialsOf({ accessToken: credentials.schedulingOnlyToken }),
	});
	await expect(opened).rejects.toMatchObject({
		message: 'meetergo did not allow this',
		description: expect.stringContaining('a permission group such as Scheduling or CRM'),
	});
});
