import { list, record } from '../../../contract/json.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { TypeDesk, vanishing } from './typeDesk.cts';
import { strayAnswers, visit, type Visitor } from './visitor.cts';

const { member, durations, oneToOne, queue, foreign } = ids.meetingTypes;
const asJames = { token: credentials.memberToken };

let visitor: Visitor;
let desk: TypeDesk;
beforeEach(async () => {
	visitor = await visit();
	desk = new TypeDesk(visitor);
});
afterEach(async () => {
	await visitor.sandbox.close();
	expect(strayAnswers(visitor)).toEqual([]);
});

describe('update', () => {
	it('merges info and options by property, and replaces the rest', async () => {
		const before = await desk.shown(oneToOne);
		const own = {
			slug: 'Große Begehung',
			meetingInfo: { bufferAfter: 20, color: '#336699' },
			meetingOptions: { allowAddingGuests: true },
			locations: ['Hauptplatz 1'],
			metadata: { ticket: '17' },
			internalNotes: 'Bring the ladder',
		};
		const { status, body } = await desk.update(oneToOne, own);
		expect(status).toBe(200);
		expect(body).toEqual({
			...before,
			...own,
			slug: 'grosse-begehung',
			bookingUrl: 'https://cal.meetergo.com/lena-okafor/grosse-begehung',
			meetingInfo: { ...record(before.meetingInfo), ...own.meetingInfo },
			meetingOptions: { ...record(before.meetingOptions), ...own.meetingOptions },
		});
		expect(await desk.shown(oneToOne)).toEqual(body);
	});

	it('drops in silence what creation drops inside the info', async () => {
		const before = await desk.shown(member);
		expect(
			(await desk.update(member, { meetingInfo: vanishing, userId: ids.users.lena })).body,
		).toEqual(before);
	});

	it.each([
		['the slug of another type of the host', { slug: 'Site survey' }, 409],
		['a slug of nothing', { slug: '!' }, 400],
		['a schedule elsewhere', { availabilityId: ids.availabilities.ingrid }, 404],
		['no seats', { spots: 0 }, 400],
		['a long text in the metadata', { metadata: { note: 'x'.repeat(501) } }, 400],
	])('refuses %s', async (_, body, status) => {
		expect((await desk.update(durations, body)).status).toBe(status);
	});

	it('the same slug may stand on the pages of two hosts', async () => {
		expect((await desk.update(durations, { slug: 'introduction-call' })).status).toBe(200);
		expect((await desk.update(member, { slug: 'introduction-call' })).status).toBe(200);
	});

	it('knows what the company can see', async () => {
		const body = { enabled: false };
		expect((await desk.update(foreign, body)).status).toBe(404);
		expect((await desk.update('site-survey', body)).status).toBe(500);
		await desk.remove(durations);
		expect((await desk.update(durations, body)).status).toBe(404);
	});
});

describe('what changes for those who book', () => {
	// Without any change, Lena's first start on Tuesday is 07:30 UTC.
	it.each([
		['a notice', { bookingMinimum: 24 * 60 }, '2026-03-03T08:00:00.000Z'],
		[
			'buffers that have to fit',
			{ meetingInfo: { bufferBefore: 30, bufferMustStayWithinWorkingHours: true } },
			'2026-03-03T08:00:00.000Z',
		],
		[
			'another schedule',
			{ availabilityId: ids.availabilities.lenaEvenings },
			'2026-03-03T16:00:00.000Z',
		],
		['a short horizon', { daysIntoFuture: { mode: 'limit', bookingLimit: 60 } }, undefined],
		[
			'a horizon of dates',
			{ daysIntoFuture: { mode: 'range', rangeMin: '2026-03-03T10:00:00Z' } },
			'2026-03-03T10:00:00.000Z',
		],
		['a switch', { enabled: false }, undefined],
	])('%s', async (_, own, first) => {
		expect((await desk.slots(durations)).at(0)).toBe('2026-03-03T07:30:00.000Z');
		await desk.update(durations, own);
		expect((await desk.slots(durations)).at(0)).toBe(first);
	});

	it('steps, and the end of a horizon of dates', async () => {
		const daysIntoFuture = { mode: 'range', rangeMax: '2026-03-03T08:30:00Z' };
		await desk.update(durations, { timeslotInterval: 30, daysIntoFuture });
		expect(await desk.slots(durations)).toEqual([
			'2026-03-03T07:30:00.000Z',
			'2026-03-03T08:00:00.000Z',
			'2026-03-03T08:30:00.000Z',
		]);
		const late = { meetingTypeId: durations, start: '2026-03-03T09:00:00.000Z' };
		expect((await visitor.book(late)).status).toBe(400);
	});

	it('seats', async () => {
		await desk.update(durations, { spots: 2 });
		const ask = () => visitor.book({ meetingTypeId: durations, start: '2026-03-03T08:00:00.000Z' });
		const statuses = [await ask(), await ask(), await ask()].map(({ status }) => status);
		expect(statuses).toEqual([201, 201, 400]);
	});
});

describe('delete', () => {
	const withSchedule = { query: { deleteAvailability: true } };

	it('answers without a body, and appointments stay', async () => {
		const path = `/v4/appointment/${ids.appointments.confirmed}`;
		const before = await visitor.ask('GET', path);
		expect(await desk.remove(oneToOne)).toMatchObject({ status: 200, text: '' });
		expect((await visitor.ask('GET', `/v4/meeting-type/${oneToOne}`)).status).toBe(404);
		expect((await desk.remove(oneToOne)).status).toBe(404);
		expect((await visitor.book({})).status).toBe(400);
		expect((await visitor.ask('GET', path)).body).toEqual(before.body);
		expect(visitor.sandbox.state.availabilities.get(ids.availabilities.lena)?.deletedAt).toBeNull();
	});

	it('takes a schedule with it that nothing else uses', async () => {
		const id = await desk.made({ availabilityId: ids.availabilities.lenaEvenings });
		expect((await desk.remove(id, withSchedule)).status).toBe(200);
		const evenings = `/v4/availability/${ids.availabilities.lenaEvenings}`;
		expect((await visitor.ask('GET', evenings)).status).toBe(404);
	});

	it('names the types that use the schedule too, and deletes nothing', async () => {
		const availabilityId = ids.availabilities.lenaEvenings;
		const id = await desk.made({ availabilityId });
		await desk.update(oneToOne, { availabilityId });
		expect(await desk.remove(id, withSchedule)).toMatchObject({
			status: 409,
			body: { statusCode: 409, sharedWith: [{ id: oneToOne, slug: 'site-survey' }] },
		});
		expect(await desk.shown(id)).toMatchObject({ deletedAt: null });
		await desk.remove(oneToOne);
		expect((await desk.remove(id, withSchedule)).status).toBe(200);
	});

	it('counts those that have it as the default of their host', async () => {
		const { body } = await desk.remove(oneToOne, withSchedule);
		const shared = list(record(body).sharedWith).map((type) => record(type).id);
		expect(shared).toContain(durations);
		expect(shared).not.toContain(oneToOne);
	});

	it('leaves everybody one schedule', async () => {
		expect(await desk.remove(member, { ...asJames, ...withSchedule })).toMatchObject({
			status: 400,
			body: { message: 'One availability is required' },
		});
		expect(await desk.shown(member)).toMatchObject({ deletedAt: null });
	});

	it('a type whose hosts take turns has no schedule to take with it', async () => {
		expect((await desk.remove(queue, withSchedule)).status).toBe(200);
	});

	it('reads the id as the other operations do', async () => {
		expect((await desk.remove('site-survey')).status).toBe(500);
		expect((await desk.remove(foreign)).status).toBe(404);
	});
});
