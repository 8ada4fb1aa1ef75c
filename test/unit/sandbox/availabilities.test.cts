import { list, record, type Json } from '../../../contract/json.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { strayAnswers, visit, type Visit, type Visitor } from './visitor.cts';

const PATH = '/v4/availability';
const { lena, lenaEvenings, james, ingrid } = ids.availabilities;
const closed = { enabled: false, hours: [] };
const morning = { enabled: true, hours: [{ start: '09:00', end: '12:00' }] };
const asJames = { token: credentials.memberToken };

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
});
afterEach(async () => {
	await visitor.sandbox.close();
	expect(strayAnswers(visitor)).toEqual([]);
});

function create(own: Json = {}, how: Visit = {}) {
	const body = { name: 'Summer', timezone: 'Europe/Vienna', schedule: { monday: morning }, ...own };
	return visitor.ask('POST', PATH, { ...how, body });
}

function update(id: string, body: Json, how: Visit = {}) {
	return visitor.ask('PATCH', `${PATH}/${id}`, { ...how, body });
}

function remove(id: string, how: Visit = {}) {
	return visitor.ask('DELETE', `${PATH}/${id}`, how);
}

async function listed(how: Visit = {}): Promise<unknown[]> {
	const { body } = await visitor.ask('GET', PATH, how);
	return list(body).map((availability) => record(availability).id);
}

const wrongHours: ReadonlyArray<readonly [string, Json, string]> = [
	['end where they start', { start: '09:00', end: '09:00' }, 'must end after they start'],
	['end before they start', { start: '09:00', end: '08:00' }, 'must end after they start'],
	['overlap', { start: '11:59', end: '13:00' }, 'must not overlap'],
	['come twice', { start: '09:00', end: '12:00' }, 'must not overlap'],
];

function mondayWith(range: Json): Json {
	return { monday: { enabled: true, hours: [range, ...morning.hours] } };
}

describe('create', () => {
	it('makes a schedule of the caller, closed on the days that are not given', async () => {
		const { status, body } = await create();
		expect(status).toBe(201);
		expect(body).toMatchObject({
			name: 'Summer',
			timezone: 'Europe/Vienna',
			schedule: { monday: morning, tuesday: closed, sunday: closed },
			availabilityExceptions: [],
			isDefault: false,
			createdAt: '2026-03-02T08:00:00.000Z',
			deletedAt: null,
		});
		expect(await listed()).toEqual([lena, lenaEvenings, record(body).id]);
	});

	it('numbers the exceptions itself', async () => {
		const away = {
			available: false,
			start: '2026-07-01T00:00:00+02:00',
			end: '2026-07-15T00:00:00+02:00',
			title: 'Away',
		};
		const open = { available: true, start: '2026-07-04T08:00:00Z', end: '2026-07-04T10:00:00Z' };
		const { body } = await create({ exceptions: [{ id: 4711, ...away }, open] });
		const exceptions = list(record(body).availabilityExceptions);
		expect(exceptions).toMatchObject([
			{ ...away, start: '2026-06-30T22:00:00.000Z', end: '2026-07-14T22:00:00.000Z' },
			{ available: true, start: '2026-07-04T08:00:00.000Z', title: null, ownerId: ids.users.lena },
		]);
		const [first, second] = exceptions.map((exception) => record(exception).id);
		expect([typeof first, typeof second]).toEqual(['number', 'number']);
		expect(new Set([first, second, 4711]).size).toBe(3);
	});

	it.each([
		[
			'a local time',
			{ start: '2026-07-01T00:00:00' },
			'start must be a valid ISO 8601 date string',
		],
		['a word', { end: 'tomorrow' }, 'end must be a valid ISO 8601 date string'],
		['no time at all', { end: '2026-07-01T00:00:00Z' }, 'end must be after its start'],
	])('an exception with %s is refused', async (_, own, message) => {
		const exception = {
			available: false,
			start: '2026-07-01T00:00:00Z',
			end: '2026-07-02T00:00:00Z',
			...own,
		};
		const { status, body } = await create({ exceptions: [exception] });
		expect([status, record(body).message]).toEqual([400, [`exceptions.0.${message}`]]);
	});

	it('a zone that is none is refused by field', async () => {
		const { status, body } = await create({ timezone: 'Europe/Atlantis' });
		expect(status).toBe(400);
		expect(record(body).errors).toEqual([{ field: 'timezone', message: 'Not an IANA zone' }]);
	});

	it.each(wrongHours)('hours that %s are refused', async (_, range, problem) => {
		const { status, body } = await create({ schedule: mondayWith(range) });
		expect([status, record(body).message]).toEqual([400, [`schedule.monday.hours ${problem}`]]);
		expect(await listed()).toEqual([lena, lenaEvenings]);
	});

	it('hours may touch, in any order', async () => {
		const { status } = await create({ schedule: mondayWith({ start: '12:00', end: '13:00' }) });
		expect(status).toBe(201);
	});
});

describe('update', () => {
	it('keeps what is not given', async () => {
		const { body: before } = await visitor.ask('GET', `${PATH}/${lena}`);
		const { status, body } = await update(lena, { name: 'Office' });
		expect(status).toBe(200);
		expect(body).toEqual({ ...record(before), name: 'Office' });
		expect((await visitor.ask('GET', `${PATH}/${lena}`)).body).toEqual(body);
		expect((await update(lena, {})).body).toEqual(body);
	});

	it('a schedule replaces the whole week, and the slots follow', async () => {
		const { body } = await update(lena, { schedule: { tuesday: morning }, timezone: 'UTC' });
		expect(body).toMatchObject({
			timezone: 'UTC',
			schedule: { monday: closed, tuesday: morning, friday: closed },
		});
		const slots = await visitor.slots({
			meetingTypeId: ids.meetingTypes.oneToOne,
			hostIds: ids.users.lena,
			start: '2026-03-16',
			end: '2026-03-21',
		});
		expect(slots.at(0)).toBe('2026-03-17T09:00:00.000Z');
		expect(slots.at(-1)).toBe('2026-03-17T11:15:00.000Z');
	});

	it('zones and hours are checked as for a new one', async () => {
		const { body } = await update(lena, { timezone: 'Mars/Olympus' });
		expect(record(body).errors).toMatchObject([{ field: 'timezone' }]);
		const schedule = mondayWith({ start: '10:00', end: '11:00' });
		expect((await update(lena, { schedule })).body).toMatchObject({
			statusCode: 400,
			message: ['schedule.monday.hours must not overlap'],
		});
	});

	it('is for the owner and for admins', async () => {
		const name = { name: 'Mine' };
		expect((await update(james, name, asJames)).status).toBe(200);
		expect((await update(james, name)).status).toBe(200);
		expect((await update(lena, name, asJames)).status).toBe(404);
		expect((await update(ingrid, name)).status).toBe(404);
	});
});

describe('delete', () => {
	it('is soft, and answers without a body', async () => {
		const { status, text } = await remove(lenaEvenings);
		expect([status, text]).toEqual([204, '']);
		expect(await listed()).toEqual([lena]);
		expect((await visitor.ask('GET', `${PATH}/${lenaEvenings}`)).status).toBe(404);
		expect((await remove(lenaEvenings)).status).toBe(404);
		const { deletedAt } = visitor.sandbox.state.availabilities.get(lenaEvenings) ?? {};
		expect(deletedAt).toBe('2026-03-02T08:00:00.000Z');
	});

	it('the last one of a user stays', async () => {
		const { status, body } = await remove(james, asJames);
		expect([status, record(body).message]).toEqual([400, 'One availability is required']);
	});

	it('one that meeting types use stays, and they are told', async () => {
		const { status, body } = await remove(lena);
		expect(status).toBe(409);
		expect(list(record(body).sharedWith)).toContainEqual({
			id: ids.meetingTypes.oneToOne,
			slug: 'site-survey',
		});
		expect(await listed()).toEqual([lena, lenaEvenings]);
	});

	it('another one takes over as default', async () => {
		const { state } = visitor.sandbox;
		state.meetingTypes.delete(ids.meetingTypes.member);
		const { body } = await create({}, asJames);
		expect((await remove(james, asJames)).status).toBe(204);
		const rest = await visitor.ask('GET', PATH, asJames);
		expect(rest.body).toEqual([{ ...record(body), isDefault: true }]);
		const me = await visitor.ask('GET', '/v4/user/me', asJames);
		expect(record(me.body).defaultAvailabilityId).toBe(record(body).id);
	});

	it('is for the owner and for admins', async () => {
		expect((await remove(lenaEvenings, asJames)).status).toBe(404);
		expect((await remove(ingrid)).status).toBe(404);
		const { body } = await create({}, asJames);
		expect((await remove(String(record(body).id))).status).toBe(204);
	});
});
