import { list, record, type Json } from '../../../contract/json.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { allow, strayAnswers, visit, type Reply, type Visit, type Visitor } from './visitor.cts';

const USERS = '/v4/user';
const { james, lena, ingrid, mila } = ids.users;
const key = { token: credentials.platformKey };
const asMember = { ...key, actAs: james };
const noah = {
	email: 'noah.fischer@example.org',
	givenName: 'Noah',
	familyName: 'Fischer',
	timezone: 'Europe/Vienna',
};

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
});
afterEach(async () => {
	await visitor.sandbox.close();
	expect(strayAnswers(visitor)).toEqual([]);
});

function create(own: Json = {}, how: Visit = key): Promise<Reply> {
	return visitor.ask('POST', USERS, { ...how, body: { ...noah, ...own } });
}

async function made(own: Json = {}): Promise<Json> {
	return record((await create(own)).body);
}

function update(id: string, body: Json, how: Visit = key): Promise<Reply> {
	return visitor.ask('PATCH', `${USERS}/${id}`, { ...how, body });
}

function remove(id: string, how: Visit = key): Promise<Reply> {
	return visitor.ask('DELETE', `${USERS}/${id}`, how);
}

async function listed(): Promise<unknown[]> {
	const { body } = await visitor.ask('GET', USERS);
	return list(record(body).users).map((user) => record(user).id);
}

async function tuesday(hostId: unknown, meetingTypeId: unknown): Promise<string[]> {
	return await visitor.slots({
		meetingTypeId: String(meetingTypeId),
		hostIds: String(hostId),
		start: '2026-03-03',
		end: '2026-03-04',
	});
}

function refused(status: number, message: unknown) {
	return { status, body: { statusCode: status, message } };
}

describe('create', () => {
	it('makes somebody who can be booked at once', async () => {
		const { status, body } = await create();
		expect(status).toBe(201);
		const { userId, availabilityId, meetingTypeId, ...rest } = record(body);
		expect(rest).toEqual({
			bookingUrl: 'https://cal.meetergo.com/noah-fischer/30-minute-meeting',
			companyId: ids.company,
		});
		const starts = await tuesday(userId, meetingTypeId);
		expect([starts.at(0), starts.at(-1)]).toEqual([
			'2026-03-03T07:00:00.000Z',
			'2026-03-03T15:30:00.000Z',
		]);
		const booking = { meetingTypeId, hostIds: [userId], start: starts.at(0) };
		expect((await visitor.book(booking)).status).toBe(201);
		const acting = { ...key, actAs: String(userId) };
		expect((await visitor.ask('GET', `${USERS}/me`, acting)).body).toMatchObject({
			...noah,
			id: userId,
			slug: 'noah-fischer',
			userType: 'api-platform',
			isAdmin: false,
			defaultAvailabilityId: availabilityId,
			deletedAt: null,
		});
		const schedules = await visitor.ask('GET', '/v4/availability', acting);
		expect(schedules.body).toMatchObject([{ id: availabilityId, isDefault: true }]);
		const types = await visitor.ask('GET', '/v4/meeting-type', acting);
		expect(types.body).toMatchObject([
			{ id: meetingTypeId, userId, meetingInfo: { duration: 30, channel: 'phone' } },
		]);
	});

	it('takes hours, a meeting type and a slug with it', async () => {
		const hours = [{ start: '10:00', end: '11:00' }];
		const { userId, meetingTypeId, bookingUrl } = await made({
			slug: 'Nöah F.',
			availability: { timezone: 'UTC', schedule: { tuesday: { enabled: true, hours } } },
			meetingType: { name: 'First talk', duration: 45, slug: 'Hello', channel: 'zoom' },
		});
		expect(bookingUrl).toBe('https://cal.meetergo.com/noah-f/hello');
		expect(await tuesday(userId, meetingTypeId)).toEqual([
			'2026-03-03T10:00:00.000Z',
			'2026-03-03T10:15:00.000Z',
		]);
		const { body } = await visitor.ask('GET', `/v4/meeting-type/${String(meetingTypeId)}`);
		expect(body).toMatchObject({ meetingInfo: { name: 'First talk', channel: 'zoom' } });
	});

	it.each([
		['timezone', { timezone: 'Mars/Olympus' }],
		['availability.timezone', { availability: { timezone: 'Mars/Olympus' } }],
	])('refuses a %s that is none, by field', async (field, own) => {
		expect(await create(own)).toMatchObject({
			status: 400,
			body: { errors: [{ field, message: 'Not an IANA zone' }] },
		});
	});

	it.each([
		['a mail of the same company', { email: 'LENA.Okafor@example.org' }, 409],
		['a mail of another company', { email: 'ingrid.solberg@example.org' }, 409],
		['a given slug that is taken', { slug: 'Ingrid Solberg' }, 409],
		['a given slug of four characters', { slug: '-noah-' }, 400],
		['a meeting of no length', { meetingType: { duration: 0 } }, 400],
	])('refuses %s and makes nothing', async (_, own, status) => {
		const counts = () => {
			const { users, availabilities, meetingTypes } = visitor.sandbox.state;
			return [users.size, availabilities.size, meetingTypes.size];
		};
		const before = counts();
		expect((await create(own)).status).toBe(status);
		expect(counts()).toEqual(before);
	});

	it('numbers a slug from the name when it is taken, and lengthens a short one', async () => {
		const addresses = [
			await made({ givenName: 'Lena', familyName: 'Okafor' }),
			await made({ email: 'a@example.org', givenName: 'Lena', familyName: 'Okafor' }),
			await made({ email: 'b@example.org', givenName: 'Bo', familyName: 'Å' }),
		].map(({ bookingUrl }) => new URL(String(bookingUrl)).pathname.split('/')[1]);
		expect(addresses).toEqual(['lena-okafor-2', 'lena-okafor-3', 'bo-a-calendar']);
	});

	it('is for platform keys only, and needs no acting user', async () => {
		expect((await create({}, {})).status).toBe(403);
		expect((await create({}, asMember)).status).toBe(201);
	});

	it('ends where the plan has no seat left, until one is free again', async () => {
		allow(visitor, { seats: 6 });
		const { userId } = await made();
		const next = { email: 'next@example.org' };
		expect(await create(next)).toMatchObject({
			status: 403,
			body: { code: 'PLAN_LIMIT_REACHED', feature: 'seats' },
		});
		await remove(String(userId));
		expect((await create(next)).status).toBe(201);
	});
});

describe('update', () => {
	it('answers with the whole user, whose addresses follow the slug', async () => {
		visitor.sandbox.clock.advance(60_000);
		const own = { givenName: 'Jim', slug: 'Jim Whitfield' };
		const { status, body } = await update(james, { ...own, email: 'jim@example.org' });
		expect(status).toBe(200);
		expect(body).toMatchObject({
			id: james,
			givenName: 'Jim',
			familyName: 'Whitfield',
			fullName: 'Jim Whitfield',
			slug: 'jim-whitfield',
			email: 'james.whitfield@example.org',
			updatedAt: '2026-03-02T08:01:00.000Z',
		});
		const type = await visitor.ask('GET', `/v4/meeting-type/${ids.meetingTypes.member}`);
		expect(record(type.body).bookingUrl).toBe(
			'https://cal.meetergo.com/jim-whitfield/introduction-call',
		);
	});

	it.each([
		['nothing', {}, ['body should not be empty']],
		['a mail alone', { email: 'new@example.org' }, ['body should not be empty']],
		['a short slug', { slug: 'jim' }, ['slug must be longer than or equal to 5 characters']],
		['a slug of dashes', { slug: '- - -' }, ['slug must be longer than or equal to 5 characters']],
		['a slug taken here', { slug: 'Mila Novak' }, 'slug already exists'],
		['a slug taken elsewhere', { slug: 'ingrid-solberg' }, 'slug already exists'],
	])('refuses %s', async (_, body, message) => {
		expect(await update(james, body)).toMatchObject(refused(400, message));
	});

	it('lets everybody keep the own slug', async () => {
		expect((await update(james, { slug: 'James Whitfield' })).status).toBe(200);
	});

	it('is for oneself and for admins', async () => {
		const body = { familyName: 'Moss' };
		expect((await update(james, body, asMember)).status).toBe(200);
		expect((await update(mila, body, asMember)).status).toBe(403);
		expect((await update(james, body, {})).status).toBe(403);
	});

	it('knows nobody of another company, and nobody who is gone', async () => {
		await remove(mila);
		const body = { familyName: 'Moss' };
		for (const id of [ingrid, mila, ids.company]) {
			expect((await update(id, body)).status).toBe(404);
		}
	});
});

describe('delete', () => {
	it('answers without a body, and takes the user off the lists', async () => {
		expect(await remove(mila)).toMatchObject({ status: 204, text: '' });
		expect(await listed()).not.toContain(mila);
		expect(visitor.sandbox.state.users.get(mila)?.deletedAt).toBe('2026-03-02T08:00:00.000Z');
		const { body } = await visitor.ask('GET', `/v4/queue/${ids.queue}/next`);
		expect(list(record(body).nextHosts).map((host) => record(host).id)).not.toContain(mila);
		expect((await remove(mila)).status).toBe(404);
	});

	it('leaves nobody to act for, and closes their own token', async () => {
		await remove(james);
		expect((await visitor.ask('GET', `${USERS}/me`, asMember)).status).toBe(403);
		const token = credentials.memberToken;
		expect((await visitor.ask('GET', `${USERS}/me`, { token })).status).toBe(401);
	});

	it('ends their meeting types', async () => {
		const meetingTypeId = ids.meetingTypes.mila;
		expect(await tuesday(mila, meetingTypeId)).not.toEqual([]);
		await remove(mila);
		expect(await tuesday(mila, meetingTypeId)).toEqual([]);
		const own = { meetingTypeId, hostIds: [mila], ignoreAvailability: true };
		expect((await visitor.book(own)).status).toBe(400);
	});

	it('leaves queues and teams to the others', async () => {
		await remove(mila);
		const start = '2026-03-03T15:00:00.000Z';
		const queued = { meetingTypeId: ids.meetingTypes.queue, hostIds: undefined, start };
		await visitor.book({ ...queued, queueId: ids.queue });
		expect([...visitor.sandbox.state.appointments.values()].at(-1)?.hostIds).toEqual([james]);
		const team = { meetingTypeId: ids.meetingTypes.withoutHost, hostIds: [mila], start };
		expect((await visitor.book(team)).status).toBe(400);
	});

	it('a queue without anybody takes no booking, not even a forced one', async () => {
		for (const id of [mila, james, ids.users.priya, ids.users.aroha]) await remove(id);
		const own = { meetingTypeId: ids.meetingTypes.queue, hostIds: undefined, queueId: ids.queue };
		const { status, body } = await visitor.book({ ...own, ignoreAvailability: true });
		expect([status, record(body).errorCode]).toEqual([400, 'slot-occupied']);
	});

	it('keeps their appointments, which can be moved only by force', async () => {
		const start = '2026-03-03T15:00:00.000Z';
		const own = { meetingTypeId: ids.meetingTypes.queue, hostIds: [mila], start };
		const path = `/v4/appointment/${String(record((await visitor.book(own)).body).appointmentId)}`;
		await remove(mila);
		expect((await visitor.ask('GET', path)).body).toMatchObject({ hostIds: [mila], cancel: null });
		const later = { start: '2026-03-03T14:00:00.000Z' };
		const move = (body: Json) => visitor.ask('POST', `${path}/reschedule`, { body });
		expect((await move(later)).status).toBe(400);
		expect((await move({ ...later, ignoreAvailability: true })).status).toBe(201);
	});

	it('frees mail and slug', async () => {
		await remove(james);
		const again = { email: 'james.whitfield@example.org', slug: 'james-whitfield' };
		expect((await create(again)).status).toBe(201);
	});

	it('is for admins, and never for the owner of the company', async () => {
		expect((await remove(mila, asMember)).status).toBe(403);
		expect((await remove(james, asMember)).status).toBe(403);
		expect((await remove(lena)).status).toBe(403);
		expect((await remove(ingrid)).status).toBe(404);
		expect(await listed()).toHaveLength(5);
	});
});
