import type { INodeParameters } from 'n8n-workflow';
import { failed, failingAlike, jsonOf, refusal } from './outcome.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

/* The address at which a calendar is connected. Whoever has it can connect one, so it must not be seen elsewhere. */

const stage = useStage();

function address(options: INodeParameters = {}, more: INodeParameters = {}): INodeParameters {
	return { resource: 'calendarConnection', operation: 'getAuthUrl', options, ...more };
}

describe.each(bothCredentials)('the address with %s', (authentication) => {
	it.each(['google', 'outlook'])('is that of %s', async (provider) => {
		const { items, hints } = await stage.run({ authentication, ...address({}, { provider }) });
		expect(items).toEqual([
			{
				json: {
					authUrl: expect.stringMatching(`^https://${provider}.example.com/authorize\\?state=`),
					provider,
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(wire(stage)).toEqual([`GET /v4/calendar-connections/auth/${provider}/url 200`]);
		expect(stage.exchanges[0]?.query).toEqual({});
		expect(hints).toEqual([]);
	});

	it('knows the host, where to go on, and what the calendar is for', async () => {
		const redirectUrl = 'https://example.com/connected?employee=7&step=2';
		const options = { redirectUrl, setAsCalendarSync: true };
		const hostId = byId(ids.users.james);
		const result = await stage.run({ authentication, ...address(options, { hostId }) });
		const url = new URL(String(jsonOf(result)[0]?.authUrl));
		expect(url.searchParams.get('redirectUrl')).toBe(redirectUrl);
		expect(stage.exchanges[0]?.query).toEqual({
			userId: ids.users.james,
			redirectUrl,
			setAsCalendarSync: 'true',
		});
	});
});

it('is that of the user acted as, item by item', async () => {
	const { james, mila } = ids.users;
	const parameters = address(
		{ setAsCalendarSync: false },
		{ authentication: 'platformApiKey', actingUser: byId('={{ $json.user }}') },
	);
	const result = await stage.run(parameters, { items: [{ user: james }, { user: mila }] });
	expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	expect(stage.exchanges.map(({ headers, query }) => [headers, query])).toMatchObject([
		[{ 'x-meetergo-api-user-id': james }, {}],
		[{ 'x-meetergo-api-user-id': mila }, {}],
	]);
});

it.each(['http://example.com', 'example.com/connected', 'javascript:alert(1)', 'https://'])(
	'refuses to send the host to "%s"',
	async (redirectUrl) => {
		expect(await failingAlike(stage, address({ redirectUrl }))).toEqual(
			refusal('Redirect URL', `"${redirectUrl}" is not a web address, which begins with https://.`),
		);
		expect(wire(stage)).toEqual([]);
	},
);

it('refuses a provider that has no such address', async () => {
	const given = address({}, { provider: '={{ "icloud" }}' });
	expect(await failingAlike(stage, given)).toEqual(
		refusal('Provider', '"icloud" is not one of: google, outlook.'),
	);
});

describe('is never told with a failure', () => {
	const SECRET = 'S3CR3T';
	const written = [
		`https://accounts.example.com/o/oauth2?state=${SECRET}`,
		`https://accounts.example.com?state=${SECRET}`,
		`https:\\/\\/accounts.example.com\\/o\\/oauth2?state=${SECRET}`,
	];
	const answers = written.flatMap(
		(authUrl): Array<[number, string]> => [
			[400, JSON.stringify({ statusCode: 400, message: `cannot use ${authUrl}` })],
			[409, JSON.stringify({ authUrl, provider: 'google' })],
			[403, `{"authUrl":"${authUrl}","prov`],
			[404, authUrl],
			[200, `{"authUrl":"${authUrl}","prov`],
			[200, authUrl],
			[200, JSON.stringify({ url: authUrl })],
		],
	);

	it.each(answers)('of status %i: %s', async (status, body) => {
		stage.sandbox.faults.add({ kind: 'garbage', status, body, times: Infinity });
		const told = await failingAlike(stage, address({ maxWait: 0 }));
		expect(JSON.stringify(told)).not.toContain(SECRET);
	});

	it('but the failure itself is', async () => {
		const body = JSON.stringify({ statusCode: 400, message: `cannot use ${written[1]}` });
		stage.sandbox.faults.add({ kind: 'garbage', status: 400, body, times: 2 });
		expect(await failingAlike(stage, address())).toEqual(
			failed('meetergo refused the request', {
				httpCode: 400,
				code: 'requestRefused',
				description: expect.stringContaining('cannot use https://accounts.example.com/...'),
			}),
		);
	});
});

it('without an address is an answer that cannot be read', async () => {
	stage.sandbox.faults.add({ kind: 'garbage', status: 200, body: '{}', times: 2 });
	expect(await failingAlike(stage, address())).toEqual(
		failed('meetergo sent an answer that could not be read', { code: 'unreadableAnswer' }),
	);
});
