import { list, record, type Json } from '../../../contract/json.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { strayAnswers, visit, type Visit, type Visitor } from './visitor.cts';

const { lena, lenaEvenings, james } = ids.availabilities;

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
});
afterEach(async () => {
	await visitor.sandbox.close();
	expect(strayAnswers(visitor)).toEqual([]);
});

function block(id: string, own: Json, how: Visit = {}) {
	const path = `/availability/${id}/holiday-exceptions`;
	return visitor.ask('PATCH', path, { ...how, body: { year: 2026, country: 'AT', ...own } });
}

async function titles(id: string, own: Json): Promise<unknown[]> {
	const { body } = await block(id, own);
	return list(body).map((exception) => record(exception).title);
}

it('blocks every public holiday, the whole day in the zone of the schedule', async () => {
	const { status, body } = await block(lena, {});
	expect(status).toBe(200);
	expect(list(body)).toHaveLength(2 + 13);
	expect(body).toContainEqual(
		expect.objectContaining({
			id: expect.any(Number),
			title: 'Easter Monday',
			available: false,
			start: '2026-04-05T22:00:00.000Z',
			end: '2026-04-06T22:00:00.000Z',
		}),
	);
	const own = await visitor.ask('GET', `/v4/availability/${lena}`);
	expect(record(own.body).availabilityExceptions).toEqual(body);
	const numbers = list(body).map((exception) => record(exception).id);
	expect(new Set(numbers).size).toBe(numbers.length);
});

it('the zone is that of the schedule, not of the country', async () => {
	const { body } = await block(james, {});
	expect(body).toContainEqual(
		expect.objectContaining({
			title: 'Easter Monday',
			start: '2026-04-06T04:00:00.000Z',
			end: '2026-04-07T04:00:00.000Z',
		}),
	);
});

it('slots honour it', async () => {
	const easterMonday = {
		meetingTypeId: ids.meetingTypes.oneToOne,
		hostIds: ids.users.lena,
		start: '2026-04-06',
		end: '2026-04-07',
		timezone: 'Europe/Vienna',
	};
	expect(await visitor.slots(easterMonday)).not.toEqual([]);
	await block(lena, {});
	expect(await visitor.slots(easterMonday)).toEqual([]);
});

it('what is blocked already is not blocked again', async () => {
	const first = await block(lena, {});
	const again = await visitor.ask('PATCH', `/v4/availability/${lena}/holiday-exceptions`, {
		body: { year: 2026, country: 'AT' },
	});
	expect(again.body).toEqual(first.body);
	// A Wednesday on which she is away, and a day of which only half is blocked.
	const { availabilities } = visitor.sandbox.state;
	const evenings = availabilities.get(lenaEvenings);
	const [template] = availabilities.get(lena)?.availabilityExceptions ?? [];
	if (!evenings || !template) throw new Error('The seed has lost a schedule');
	const away = (start: string, end: string) => ({ ...template, available: false, start, end });
	availabilities.set(lenaEvenings, {
		...evenings,
		availabilityExceptions: [
			away('2026-12-24T12:00:00.000Z', '2026-12-26T12:00:00.000Z'),
			away('2026-04-30T22:00:00.000Z', '2026-05-01T22:00:00.000Z'),
		],
	});
	const after = await titles(lenaEvenings, {});
	expect(after).toHaveLength(2 + 11);
	expect(after).not.toContain('Christmas Day');
	expect(after).toContain('Boxing Day');
});

it('a German state has holidays of its own', async () => {
	const everywhere = await titles(lenaEvenings, { country: 'DE' });
	expect(everywhere).toHaveLength(9);
	const saxony = await titles(lenaEvenings, { country: 'DE', germanState: 'SN' });
	expect(saxony.slice(9)).toEqual(['Reformation Day', 'Day of Prayer and Repentance']);
});

it.each([
	['a German state elsewhere', { germanState: 'BW' }, 'germanState must go with country DE'],
	['a year that is not known yet', { year: 2028 }, 'year must not be greater than 2027'],
	['no country', { country: undefined }, 'country must be a string'],
])('%s is refused', async (_, own, message) => {
	const { status, body } = await block(lena, own);
	expect([status, record(body).message]).toEqual([400, [message]]);
});

it('is for the owner and for admins', async () => {
	const asJames = { token: credentials.memberToken };
	expect((await block(lena, {}, asJames)).status).toBe(404);
	expect((await block(james, {}, asJames)).status).toBe(200);
	expect((await block(ids.availabilities.ingrid, {})).status).toBe(404);
});
