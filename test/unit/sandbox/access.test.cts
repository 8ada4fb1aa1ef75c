import { list, record } from '../../../contract/json.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { visit, type Visitor } from './visitor.cts';

const ME = '/v4/user/me';
const TYPES = '/v4/meeting-type';
const USERS = '/v4/user';

let visitor: Visitor;
beforeAll(async () => {
	visitor = await visit();
});
afterAll(() => visitor.sandbox.close());

describe('credentials', () => {
	it.each([
		['none', null, 'Missing authorization header'],
		['an unknown token', 'rgo-nobody', 'Invalid API key'],
		['an unknown platform key', 'ak_live:nobody:nothing', 'Invalid API key'],
		['an expired token', credentials.expiredToken, 'API key has expired'],
		['an expired platform key', credentials.expiredPlatformKey, 'API key has expired'],
	])('%s is a 401', async (_, token, message) => {
		const { status, body } = await visitor.ask('GET', ME, { token });
		expect(status).toBe(401);
		expect(body).toEqual({ statusCode: 401, message, error: 'Unauthorized' });
	});

	it('a used-up plan is a 403 with its code and without a message', async () => {
		const { status, body } = await visitor.ask('GET', TYPES, {
			token: credentials.starterPlanToken,
		});
		expect(status).toBe(403);
		expect(body).toEqual({ code: 'PLAN_LIMIT_REACHED', feature: 'apiAccess' });
	});
});

describe('acting user', () => {
	const key = { token: credentials.platformKey };

	it('a token is its owner', async () => {
		const { body } = await visitor.ask('GET', ME, { token: credentials.memberToken });
		expect(record(body).id).toBe(ids.users.james);
	});

	it('a token may not name another user', async () => {
		const named = { token: credentials.adminToken, actAs: ids.users.james };
		expect((await visitor.ask('GET', ME, named)).status).toBe(403);
	});

	it('a token may name its owner', async () => {
		const named = { token: credentials.adminToken, actAs: ids.admin };
		expect((await visitor.ask('GET', ME, named)).status).toBe(200);
	});

	it('a platform key without one is the company owner where that is allowed', async () => {
		const { body } = await visitor.ask('GET', ME, key);
		expect(record(body).id).toBe(ids.admin);
	});

	it('a platform key has to name one elsewhere', async () => {
		const { status, body } = await visitor.ask('GET', TYPES, key);
		expect(status).toBe(400);
		expect(record(body).message).toBe(
			"Missing required header 'x-meetergo-api-user-id' for API key authentication",
		);
	});

	it('a platform key acts as the named user', async () => {
		const { body } = await visitor.ask('GET', ME, { ...key, actAs: ids.users.priya });
		expect(record(body).id).toBe(ids.users.priya);
	});

	it.each([
		['of nobody', '00000000-0000-4000-8000-000000000000'],
		['of another company', ids.users.ingrid],
	])('a platform key cannot act in the name %s', async (_, actAs) => {
		expect((await visitor.ask('GET', ME, { ...key, actAs })).status).toBe(403);
	});
});

describe('permissions', () => {
	it('a limited token reaches its own group only', async () => {
		const token = credentials.schedulingOnlyToken;
		expect((await visitor.ask('GET', TYPES, { token })).status).toBe(200);
		expect((await visitor.ask('GET', ME, { token })).status).toBe(403);
	});

	it('a token of another group is refused', async () => {
		const token = credentials.crmOnlyToken;
		expect((await visitor.ask('GET', TYPES, { token })).status).toBe(403);
	});
});

describe('roles', () => {
	it('an admin lists the users of the own company, page by page', async () => {
		const query = { limit: 2, offset: 4 };
		const { body } = await visitor.ask('GET', USERS, { query });
		const { users, ...page } = record(body);
		expect(list(users).map((user) => record(user).id)).toEqual([ids.users.mila]);
		expect(page).toEqual({ total: 5, limit: 2, offset: 4 });
	});

	it('a user type filters the list', async () => {
		const { body } = await visitor.ask('GET', USERS, { query: { userType: 'resource' } });
		expect(body).toMatchObject({ users: [], total: 0 });
	});

	it('a member does not, and neither does a key that acts as one', async () => {
		const member = { token: credentials.memberToken };
		const asMember = { token: credentials.platformKey, actAs: ids.member };
		expect((await visitor.ask('GET', USERS, member)).status).toBe(403);
		expect((await visitor.ask('GET', USERS, asMember)).status).toBe(403);
	});
});

describe('addresses', () => {
	it('an alias answers like the address itself', async () => {
		const versioned = await visitor.ask('GET', '/v4/availability');
		const bare = await visitor.ask('GET', '/availability');
		expect(bare.status).toBe(200);
		expect(bare.body).toEqual(versioned.body);
	});

	it('an operation of the contract without a route is a 501 that says what to write', async () => {
		const { status, body } = await visitor.ask('DELETE', `/v4/appointment/${ids.company}`);
		expect({ status, body }).toMatchObject({
			status: 501,
			body: {
				message:
					'The sandbox does not implement DELETE /v4/appointment/{id}: add a route for legacyCancelAppointment to a file in sandbox/routes',
			},
		});
	});

	it.each(['/v4/webhooks', '/v4/crm', '/user/me', '/v4/nothing'])('%s is a 404', async (path) => {
		const { status, body } = await visitor.ask('GET', path);
		expect(status).toBe(404);
		expect(record(body).message).toBe(`Cannot GET ${path}`);
	});
});

describe('records of others', () => {
	it.each([
		['a meeting type', `/v4/meeting-type/${ids.meetingTypes.foreign}`],
		['a schedule', `/v4/availability/${ids.availabilities.ingrid}`],
		['an unknown queue', `/v4/queue/${ids.company}`],
	])('%s is a 404', async (_, path) => {
		expect((await visitor.ask('GET', path)).status).toBe(404);
	});

	it('a queue of another company is a 404', async () => {
		const path = `/v4/queue/${ids.queue}`;
		expect((await visitor.ask('GET', path)).status).toBe(200);
		const foreign = { token: credentials.foreignToken };
		expect((await visitor.ask('GET', path, foreign)).status).toBe(404);
	});

	it('an appointment is shown to its host and to admins', async () => {
		const path = `/v4/appointment/${ids.appointments.confirmed}`;
		const statuses = [credentials.adminToken, credentials.memberToken, credentials.foreignToken];
		const replies = await Promise.all(statuses.map((token) => visitor.ask('GET', path, { token })));
		expect(replies.map(({ status }) => status)).toEqual([200, 404, 404]);
	});

	it('a schedule is shown to its owner and to admins', async () => {
		const path = `/v4/availability/${ids.availabilities.lena}`;
		expect((await visitor.ask('GET', path)).status).toBe(200);
		const member = { token: credentials.memberToken };
		expect((await visitor.ask('GET', path, member)).status).toBe(404);
	});

	it('a user sees the own meeting types and those of the own queues', async () => {
		const { body } = await visitor.ask('GET', TYPES, { token: credentials.memberToken });
		expect(list(body).map((type) => record(type).id)).toEqual([
			ids.meetingTypes.member,
			ids.meetingTypes.queue,
		]);
	});
});
