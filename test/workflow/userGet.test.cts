import type { INodeParameterResourceLocator, INodeParameters } from 'n8n-workflow';
import { column, failed, failingAlike, jsonOf, sourcesOf } from './outcome.cts';
import { bothCredentials, byId, credentials, ids, useStage, wire } from './stage.cts';

const stage = useStage();

const { users } = ids;

function located(mode: 'list' | 'id' | 'email', value: string): INodeParameterResourceLocator {
	return { __rl: true, mode, value };
}

function get(userId: INodeParameters[string]): INodeParameters {
	return { resource: 'user', operation: 'get', userId };
}

const mila = {
	id: users.mila,
	email: 'mila.novak@example.org',
	fullName: 'Mila Novak',
	givenName: 'Mila',
	familyName: 'Novak',
	slug: 'mila-novak',
	timezone: 'Europe/Vienna',
	language: 'de',
	userType: 'standard',
	isAdmin: false,
};

describe.each(bothCredentials)('a user with %s', (authentication) => {
	it.each([
		['chosen from the list', located('list', users.mila)],
		['by ID', located('id', users.mila.toUpperCase())],
		['by mail address', located('email', 'mila.novak@example.org')],
		['by mail address in capitals', located('email', ' Mila.Novak@Example.org ')],
		['by mail address in the place of the ID', located('id', 'mila.novak@example.org')],
	])('is got %s', async (_how, userId) => {
		const { items } = await stage.run({ ...get(userId), authentication });
		expect(items).toEqual([{ json: mila, pairedItem: { item: 0 } }]);
		expect(wire(stage)).toEqual(['GET /v4/user 200']);
	});

	it('is got as the API tells it', async () => {
		const result = await stage.run({ ...get(byId(users.mila)), authentication, output: 'raw' });
		expect(jsonOf(result)).toMatchObject([{ companyId: ids.company, slug: 'mila-novak' }]);
	});
});

it('is looked for in a list that is read once, however many items ask', async () => {
	const items = [users.mila, 'james.whitfield@example.org', users.mila, users.lena];
	const result = await stage.run(get('={{ $json.user }}'), {
		items: items.map((user) => ({ user })),
	});
	expect(column(result, 'givenName')).toEqual(['Mila', 'James', 'Mila', 'Lena']);
	expect(sourcesOf(result)).toEqual([0, 1, 2, 3]);
	expect(wire(stage)).toHaveLength(1);
});

it.each([
	['of another company', users.ingrid, `ID ${users.ingrid}`],
	['with a mail address that nobody has', 'ada@example.org', 'mail address ada@example.org'],
])('is not found when it is one %s', async (_what, value, by) => {
	expect(await failingAlike(stage, get(located('id', value)))).toEqual(
		failed('User: meetergo could not find what was asked for', {
			code: 'notFound',
			parameter: 'User',
			description: `No user of this company has the ${by}.`,
		}),
	);
});

it.each([
	['nobody', '={{ $json.user }}', 'choose a user, or give its ID or mail address.'],
	['what is neither', 'mila', expect.stringMatching(/^"mila" is no user ID\./)],
])('is refused when it is %s', async (_what, value, reason) => {
	const { error, details } = await failingAlike(stage, get(located('id', value)));
	expect(error.replace('User: ', '')).toEqual(reason);
	expect(details).toMatchObject({ code: 'invalidInput', parameter: 'User' });
	expect(wire(stage)).toEqual([]);
});

it("explains that a member's token may not list users", async () => {
	const credential = { accessToken: credentials.memberToken };
	const { details } = await failingAlike(stage, get(byId(users.mila)), { credential });
	expect(details).toMatchObject({
		code: 'permissionDenied',
		description: expect.stringContaining('Only admins may list the users of a company'),
	});
});
