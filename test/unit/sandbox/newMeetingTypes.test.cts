import { list, record } from '../../../contract/json.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { info, TypeDesk, vanishing } from './typeDesk.cts';
import { allow, strayAnswers, visit, type Visitor } from './visitor.cts';

const { lena, james } = ids.users;
const { durations } = ids.meetingTypes;
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

describe('create', () => {
	it('makes a type of the acting user that can be booked at once', async () => {
		const { status, body } = await desk.create();
		expect(status).toBe(201);
		expect(body).toMatchObject({
			slug: 'roof-survey',
			bookingUrl: 'https://cal.meetergo.com/lena-okafor/roof-survey',
			userId: lena,
			queueId: null,
			enabled: true,
			spots: 1,
			availabilityId: null,
			meetingInfo: { ...info, bufferBefore: 0 },
			deletedAt: null,
		});
		const { id } = record(body);
		expect(await desk.shown(String(id))).toEqual(body);
		const starts = await desk.slots(String(id));
		expect((await visitor.book({ meetingTypeId: id, start: starts.at(0) })).status).toBe(201);
	});

	it('keeps what it knows', async () => {
		const own = {
			spots: 4,
			locations: ['Hauptplatz 1'],
			metadata: { ticket: '17' },
			daysIntoFuture: { mode: 'limit', bookingLimit: 2880 },
			meetingOptions: { allowedDurations: [30, 60], allowAddingGuests: true },
			workspaceId: ids.workspace,
		};
		expect((await desk.create(own)).body).toMatchObject(own);
	});

	it('stores plain texts of the invitation under the language of the company', async () => {
		const ics = { title: 'Besuch', description: { en: 'A visit' } };
		expect((await desk.create({ ics })).body).toMatchObject({
			ics: { title: { de: 'Besuch' }, description: { en: 'A visit' } },
		});
	});

	it('drops what its validators do not know, without a word', async () => {
		const { status, body } = await desk.create({
			slug: 'my-own',
			userId: james,
			advanced: { secret: true },
			meetingInfo: { ...info, ...vanishing, color: '#336699' },
		});
		expect(status).toBe(201);
		expect(body).toMatchObject({ slug: 'roof-survey', userId: lena });
		expect(body).not.toHaveProperty('advanced');
		expect(record(record(body).meetingInfo)).toMatchObject({ color: '#336699' });
		for (const name of Object.keys(vanishing)) {
			expect(record(body).meetingInfo).not.toHaveProperty(name);
		}
	});

	it('switches the choice of a channel on where there is one', async () => {
		const id = await desk.made({ meetingOptions: { allowedChannels: ['zoom'] } });
		expect((await desk.shown(id)).meetingOptions).not.toHaveProperty('allowSelectChannel');
		const { body } = await desk.update(id, {
			meetingOptions: { allowedChannels: ['zoom', 'phone'] },
		});
		expect(record(body).meetingOptions).toMatchObject({ allowSelectChannel: true });
	});

	it('refuses a slug that another live type of the same host has', async () => {
		const id = await desk.made();
		expect(await desk.create()).toMatchObject({
			status: 409,
			body: { message: 'slug already exists' },
		});
		expect((await desk.create({}, asJames)).status).toBe(201);
		await desk.remove(id);
		expect((await desk.create()).status).toBe(201);
	});

	it('makes a single-use link when asked to', async () => {
		const { body } = await desk.create({ options: { createOneTimeLink: true } });
		const { url } = record(record(body).oneTimeLink);
		const [link] = [...visitor.sandbox.state.oneTimeLinks.values()];
		expect(link).toMatchObject({ url, meetingTypeId: record(body).id });
		expect(await desk.shown(String(record(body).id))).not.toHaveProperty('oneTimeLink');
	});

	it('ends where the plan has no room left', async () => {
		allow(visitor, { meetingTypes: 13 });
		const refused = { status: 403, body: { code: 'PLAN_LIMIT_REACHED', feature: 'meetingTypes' } };
		expect(await desk.create()).toMatchObject(refused);
		await desk.remove(durations);
		expect((await desk.create()).status).toBe(201);
		expect(await desk.create({}, asJames)).toMatchObject(refused);
	});
});

describe('schedules of a new type', () => {
	const hours = [{ start: '06:00', end: '07:00' }];
	const early = { name: 'Early', timezone: 'UTC', schedule: { tuesday: { enabled: true, hours } } };

	it('an existing one is used', async () => {
		const id = await desk.made({ availabilityId: ids.availabilities.lenaEvenings });
		expect((await desk.slots(id)).at(0)).toBe('2026-03-03T16:00:00.000Z');
	});

	it('an inline one is made', async () => {
		const id = await desk.made({ availability: early });
		expect((await desk.slots(id)).at(0)).toBe('2026-03-03T06:00:00.000Z');
		const { availabilityId } = await desk.shown(id);
		const { body } = await visitor.ask('GET', '/v4/availability');
		expect(list(body).at(-1)).toMatchObject({
			id: availabilityId,
			name: 'Early',
			isDefault: false,
		});
	});

	it('a channel may have its own, by id or inline', async () => {
		const channelAvailabilities = { phone: ids.availabilities.lenaEvenings, zoom: early };
		const id = await desk.made({ meetingOptions: { channelAvailabilities } });
		const first = async (channel: string) => (await desk.slots(id, channel)).at(0);
		expect(await first('phone')).toBe('2026-03-03T16:00:00.000Z');
		expect(await first('zoom')).toBe('2026-03-03T06:00:00.000Z');
		expect(await first('local')).toBe('2026-03-03T07:30:00.000Z');
	});

	it.each([
		['of another company', { availabilityId: ids.availabilities.ingrid }, 400],
		['that is not there', { availabilityId: ids.company }, 400],
		['given twice', { availability: early, availabilityId: ids.availabilities.lena }, 400],
		['in no zone', { availability: { ...early, timezone: 'Mars/Olympus' } }, 400],
		[
			'beside a name that is taken',
			{ availability: early, meetingInfo: { ...info, name: 'Advice' } },
			409,
		],
	])('one %s is refused, and nothing is made', async (_, own, status) => {
		const { availabilities, meetingTypes } = visitor.sandbox.state;
		const before = [availabilities.size, meetingTypes.size];
		expect((await desk.create(own)).status).toBe(status);
		expect([availabilities.size, meetingTypes.size]).toEqual(before);
	});
});
