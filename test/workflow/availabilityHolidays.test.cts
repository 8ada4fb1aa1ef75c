import { DateTime } from 'luxon';
import type { INodeParameters } from 'n8n-workflow';
import { column, failed, failingAlike, jsonOf } from './outcome.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { lena, lenaEvenings, james } = ids.availabilities;

/** Blocks the holidays that all of Germany has in 2026, unless told otherwise. */
function block(id: string, more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'availability',
		operation: 'blockHolidays',
		scheduleId: byId(id),
		country: 'DE',
		year: '2026',
		...more,
	};
}

function exceptions(id: string) {
	return stage.sandbox.state.availabilities.get(id)?.availabilityExceptions ?? [];
}

/** What was sent last. */
const sent = () => stage.exchanges.at(-1)?.requestBody;

describe.each(bothCredentials)('public holidays with %s', (authentication) => {
	it('are blocked, one item for each exception of the schedule', async () => {
		const { items } = await stage.run({ authentication, ...block(lena) });
		expect(items).toHaveLength(2 + 9);
		expect(items.slice(0, 3)).toEqual([
			{
				json: {
					id: 4711,
					title: 'Open day',
					available: true,
					start: '2026-03-07T10:00:00.000+01:00',
					end: '2026-03-07T13:00:00.000+01:00',
					change: 'unchanged',
				},
				pairedItem: { item: 0 },
			},
			{
				json: expect.objectContaining({ title: 'Away', change: 'unchanged' }),
				pairedItem: { item: 0 },
			},
			{
				json: {
					id: exceptions(lena)[2]?.id,
					title: "New Year's Day",
					available: false,
					start: '2026-01-01T00:00:00.000+01:00',
					end: '2026-01-02T00:00:00.000+01:00',
					change: 'created',
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(exceptions(lena)).toHaveLength(2 + 9);
		expect(sent()).toEqual({ year: 2026, country: 'DE' });
		expect(wire(stage)).toEqual([
			`GET /v4/availability/${lena} 200`,
			`PATCH /availability/${lena}/holiday-exceptions 200`,
		]);
	});

	it('may be those of a German state', async () => {
		const given = { authentication, ...block(lenaEvenings, { germanState: 'SN' }) };
		const result = await stage.run(given);
		expect(column(result, 'title')).toContain('Reformation Day');
		expect(sent()).toEqual({ year: 2026, country: 'DE', germanState: 'SN' });
	});

	it('are told as the API tells them, with what changed', async () => {
		const result = await stage.run({ authentication, ...block(lena, { output: 'raw' }) });
		const told = jsonOf(result).map(({ change: _, ...exception }) => exception);
		expect(told).toEqual(stage.exchanges.at(-1)?.responseBody);
	});
});

it('a German state is left out elsewhere', async () => {
	await stage.run(block(lena, { country: 'AT', germanState: 'BY' }));
	expect(sent()).toEqual({ year: 2026, country: 'AT' });
});

it('what is blocked already is not blocked again', async () => {
	await stage.run(block(lena));
	const before = exceptions(lena);
	const result = await stage.run(block(lena));
	expect(column(result, 'change')).toEqual(before.map(() => 'unchanged'));
	expect(exceptions(lena)).toEqual(before);
});

it('times are shown in the time zone of the node', async () => {
	const options = { timezone: 'America/New_York' };
	const result = await stage.run(block(james, { options }), { timezone: 'Asia/Tokyo' });
	expect(jsonOf(result)[0]).toMatchObject({
		start: '2026-01-01T00:00:00.000-05:00',
		end: '2026-01-02T00:00:00.000-05:00',
	});
});

it('the year is this one where none is given', async () => {
	await stage.run(block(lena, { year: '' }), { timezone: 'Pacific/Auckland' });
	expect(sent()).toMatchObject({ year: DateTime.now().setZone('Pacific/Auckland').year });
});

it('a year that meetergo does not know yet is named', async () => {
	expect(await failingAlike(stage, block(lena, { year: '2031' }))).toEqual(
		failed('Year: meetergo refused the request', {
			httpCode: 400,
			code: 'requestRefused',
			parameter: 'Year',
			description: expect.stringContaining('year must not be greater than 2027'),
		}),
	);
	// The contract knows no more years than meetergo does.
	expect(stage.exchanges.splice(0).filter(({ method }) => method === 'PATCH')).toHaveLength(2);
});

it('a schedule that is not there is named', async () => {
	const given = block('9a7e4d10-53c2-4f0b-8b6d-2c1e7f5a8d33');
	expect(await failingAlike(stage, given)).toEqual(
		failed('Schedule: meetergo could not find what was asked for', {
			httpCode: 404,
			code: 'notFound',
			parameter: 'Schedule',
		}),
	);
	expect(wire(stage).filter((line) => line.startsWith('PATCH'))).toEqual([]);
});

it('are blocked year by year on the schedules of the users acted as', async () => {
	const items = [
		{ user: ids.users.lena, schedule: lenaEvenings, year: 2026 },
		{ user: ids.users.lena, schedule: lenaEvenings, year: 2027 },
		{ user: ids.users.james, schedule: james, year: 2026 },
	];
	const parameters = {
		...block('', { authentication: 'platformApiKey', year: '={{ $json.year }}' }),
		actingUser: byId('={{ $json.user }}'),
		scheduleId: byId('={{ $json.schedule }}'),
	};
	const result = await stage.run(parameters, { items });
	expect(column(result, 'change').filter((change) => change === 'created')).toHaveLength(27);
	expect([exceptions(lenaEvenings), exceptions(james)].map(({ length }) => length)).toEqual([
		18, 9,
	]);
	const patches = stage.exchanges.filter(({ method }) => method === 'PATCH');
	expect(patches.map(({ headers }) => headers['x-meetergo-api-user-id'])).toEqual(
		items.map(({ user }) => user),
	);
});
