import { column, failed, failingAlike, jsonOf } from './outcome.cts';
import { survey } from './booking.cts';
import { bothCredentials, byId, credentials, ids, useStage } from './stage.cts';

const stage = useStage();

const { confirmed, group, cancelled } = ids.appointments;
const get = { resource: 'booking', operation: 'get', bookingId: byId(confirmed) };

describe.each(bothCredentials)('a booking with %s', (authentication) => {
	it('is got in ten flat fields', async () => {
		const { items } = await stage.run({ authentication, ...get });
		expect(items).toEqual([{ json: survey, pairedItem: { item: 0 } }]);
	});

	it('is got as the API tells it', async () => {
		const result = await stage.run({ authentication, ...get, output: 'raw' });
		expect(jsonOf(result)).toEqual([stage.exchanges[0]?.responseBody]);
		expect(jsonOf(result)).toMatchObject([{ hostIds: [ids.admin], secret: expect.any(String) }]);
	});

	it('is got in selected fields of both', async () => {
		const outputFields = 'start, attendees.0.notes, hosts.0.email, ics.length';
		const result = await stage.run({ authentication, ...get, output: 'selected', outputFields });
		expect(jsonOf(result)).toEqual([
			{
				start: survey.start,
				'attendees.0.notes': { 'Year of construction': '1950' },
				'hosts.0.email': 'lena.okafor@example.org',
				'ics.length': null,
			},
		]);
	});
});

it('shows times in the zone of the node', async () => {
	const result = await stage.run({ ...get, options: { timezone: 'America/New_York' } });
	expect(column(result, 'start')).toEqual(['2026-03-10T04:00:00.000-04:00']);
});

it('shows a cancelled booking as cancelled, and a group by its first attendee', async () => {
	const result = await stage.run(
		{ ...get, bookingId: byId('={{ $json.id }}') },
		{ items: [{ id: cancelled }, { id: group }] },
	);
	expect(column(result, 'bookingState')).toEqual(['cancelled', 'confirmed']);
	expect(column(result, 'attendeeName')).toEqual(['Chidi Eriksen', 'Amina Costa']);
});

it('takes an ID in capitals, with blanks around it', async () => {
	const result = await stage.run({ ...get, bookingId: byId(` ${confirmed.toUpperCase()} `) });
	expect(column(result, 'id')).toEqual([confirmed]);
});

it('tells a member that the booking of somebody else was not found', async () => {
	const credential = { accessToken: credentials.memberToken };
	expect(await failingAlike(stage, get, { credential })).toEqual(
		failed('Booking: meetergo could not find what was asked for', {
			httpCode: 404,
			code: 'notFound',
			parameter: 'Booking',
			description: expect.stringContaining('it belongs to a user that is out of reach'),
		}),
	);
});
