import { column, failed, failingAlike, jsonOf } from './outcome.cts';
import { bothCredentials, byId, credentials, ids, useStage } from './stage.cts';

const stage = useStage();

const getAll = { resource: 'availability', operation: 'getAll' };

describe.each(bothCredentials)('schedules with %s', (authentication) => {
	it('are listed with their hours as people write them', async () => {
		const { items } = await stage.run({ authentication, ...getAll });
		const day = '08:30-12:00, 13:00-16:30';
		expect(items).toEqual([
			{
				json: {
					id: ids.availabilities.lena,
					name: 'Working hours',
					timezone: 'Europe/Vienna',
					isDefault: true,
					weeklyHours: `Mon-Thu ${day}; Fri 08:30-12:00; Sat-Sun closed`,
					exceptionCount: 2,
				},
				pairedItem: { item: 0 },
			},
			{
				json: {
					id: ids.availabilities.lenaEvenings,
					name: 'Evenings',
					timezone: 'Europe/Vienna',
					isDefault: false,
					weeklyHours: 'Tue, Thu 17:00-20:00; Mon, Wed, Fri-Sun closed',
					exceptionCount: 0,
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('are listed as the API tells them', async () => {
		const result = await stage.run({ authentication, ...getAll, output: 'raw' });
		expect(jsonOf(result)).toEqual(stage.exchanges[0]?.responseBody);
	});

	it('are listed in selected fields, up to the limit', async () => {
		const fields = { output: 'selected', outputFields: 'name, schedule.friday.hours.0.end' };
		const result = await stage.run({ authentication, ...getAll, ...fields, limit: 1 });
		expect(jsonOf(result)).toEqual([
			{ name: 'Working hours', 'schedule.friday.hours.0.end': '12:00' },
		]);
	});
});

describe.each(bothCredentials)('a schedule with %s', (authentication) => {
	const get = {
		authentication,
		resource: 'availability',
		operation: 'get',
		scheduleId: byId(ids.availabilities.james),
	};

	it('is told with its hours as people write them', async () => {
		const { items } = await stage.run(get);
		const json = {
			id: ids.availabilities.james,
			name: 'Working hours',
			timezone: 'America/New_York',
			isDefault: true,
			weeklyHours: 'Mon-Fri 09:00-17:00; Sat-Sun closed',
			exceptionCount: 0,
		};
		expect(items).toEqual([{ json, pairedItem: { item: 0 } }]);
	});

	it('is told as the API tells it', async () => {
		const result = await stage.run({ ...get, output: 'raw' });
		expect(jsonOf(result)).toEqual([stage.exchanges[0]?.responseBody]);
	});

	it('that is not there is named', async () => {
		const scheduleId = byId('9a7e4d10-53c2-4f0b-8b6d-2c1e7f5a8d33');
		expect(await failingAlike(stage, { ...get, scheduleId })).toEqual(
			failed('Schedule: meetergo could not find what was asked for', {
				httpCode: 404,
				code: 'notFound',
				parameter: 'Schedule',
			}),
		);
	});
});

it('lists the schedules of the user acted as, for each item', async () => {
	const result = await stage.run(
		{ ...getAll, authentication: 'platformApiKey', actingUser: byId('={{ $json.host }}') },
		{ items: [{ host: ids.users.priya }, { host: ids.users.mila }] },
	);
	expect(column(result, 'timezone')).toEqual(['Asia/Kolkata', 'Europe/Vienna']);
});

it('says that a key has expired', async () => {
	const credential = { accessToken: credentials.expiredToken };
	const { error, details } = await failingAlike(stage, getAll, { credential });
	expect(error).toBe('meetergo did not accept the credential');
	expect(details).toMatchObject({ httpCode: 401, code: 'credentialRejected', parameter: null });
	expect(details.description).toContain('platform keys expire after 1 to 90 days');
	expect(details.description).toContain('meetergo answered: API key has expired');
});
