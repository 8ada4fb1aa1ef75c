import { column, failingAlike, jsonOf, refusal, sourcesOf, failed } from './outcome.cts';
import { bothCredentials, credentials, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const lena = {
	id: ids.admin,
	email: 'lena.okafor@example.org',
	fullName: 'Lena Okafor',
	givenName: 'Lena',
	familyName: 'Okafor',
	slug: 'lena-okafor',
	timezone: 'Europe/Vienna',
	language: 'de',
	userType: 'standard',
	isAdmin: true,
};
const { users } = ids;
const everybody = [users.lena, users.james, users.priya, users.aroha, users.mila];
const getAll = { resource: 'user', operation: 'getAll' };

/** Adds colleagues of Mila, so that there are more users than a page holds. */
function addUsers(count: number): void {
	const { state } = stage.sandbox;
	const mila = state.users.get(users.mila);
	if (mila === undefined) throw new Error('Mila is missing');
	for (let number = 0; number < count; number += 1) {
		const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
		state.users.set(id, { ...mila, id, email: `colleague.${number}@example.org` });
	}
}

describe.each(bothCredentials)('user with %s', (authentication) => {
	it('gets the current user, simplified', async () => {
		const { items } = await stage.run({ authentication, resource: 'user', operation: 'getMe' });
		expect(items).toEqual([{ json: lena, pairedItem: { item: 0 } }]);
	});

	it('gets the current user as the API tells it, with the plan of the company', async () => {
		const result = await stage.run({
			authentication,
			resource: 'user',
			operation: 'getMe',
			output: 'raw',
		});
		expect(jsonOf(result)).toEqual([stage.exchanges[0]?.responseBody]);
		expect(jsonOf(result)).toMatchObject([{ id: ids.admin, company: { tier: 'enterprise' } }]);
	});

	it('gets selected fields of either output, null for those that do not exist', async () => {
		const result = await stage.run({
			authentication,
			resource: 'user',
			operation: 'getMe',
			output: 'selected',
			outputFields: 'fullName, company.tier, shoeSize',
		});
		expect(jsonOf(result)).toEqual([
			{ fullName: 'Lena Okafor', 'company.tier': 'enterprise', shoeSize: null },
		]);
	});

	it('gets all users of the company', async () => {
		const result = await stage.run({ authentication, ...getAll, returnAll: true });
		expect(column(result, 'id')).toEqual(everybody);
		expect(result.items[0]).toEqual({ json: lena, pairedItem: { item: 0 } });
		expect(sourcesOf(result)).toEqual([0, 0, 0, 0, 0]);
	});

	it('asks for no more users than the limit', async () => {
		const result = await stage.run({ authentication, ...getAll, limit: 2 });
		expect(column(result, 'id')).toEqual([users.lena, users.james]);
		expect(stage.exchanges.map(({ query }) => query)).toEqual([{ limit: '2', offset: '0' }]);
	});
});

it('gets 50 users unless told otherwise', async () => {
	addUsers(60);
	expect((await stage.run(getAll)).items).toHaveLength(50);
});

it('returns all users over several pages, each once', async () => {
	addUsers(200);
	const found = column(await stage.run({ ...getAll, returnAll: true }), 'id');

	expect(new Set(found).size).toBe(205);
	expect(found).toHaveLength(205);
	expect(stage.exchanges.map(({ query }) => query)).toEqual([
		{ limit: '100', offset: '0' },
		{ limit: '100', offset: '100' },
		{ limit: '100', offset: '200' },
	]);
});

it('gets the users of one type', async () => {
	const mila = stage.sandbox.state.users.get(users.mila);
	if (mila) stage.sandbox.state.users.set(mila.id, { ...mila, userType: 'resource' });

	const result = await stage.run({ ...getAll, filters: { userType: 'resource' } });
	expect(column(result, 'fullName')).toEqual(['Mila Novak']);
});

it('gives nothing where nobody is of the type', async () => {
	const { items, status } = await stage.run({ ...getAll, filters: { userType: 'partner' } });
	expect({ items, status }).toEqual({ items: [], status: 'success' });
});

it('refuses a type that does not exist, before it asks', async () => {
	const filters = { userType: '={{ "robot" }}' };
	expect(await failingAlike(stage, { ...getAll, filters })).toEqual(
		refusal('User Type', '"robot" is not one of: api-platform, partner, resource, standard.'),
	);
	expect(wire(stage)).toEqual([]);
});

it("explains that a member's token may not list users", async () => {
	const credential = { accessToken: credentials.memberToken };
	expect(await failingAlike(stage, getAll, { credential })).toEqual(
		failed('meetergo did not allow this', {
			httpCode: 403,
			code: 'permissionDenied',
			description: expect.stringContaining('Only admins may list the users of a company'),
		}),
	);
});
