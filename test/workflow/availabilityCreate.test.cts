import type { INodeParameters } from 'n8n-workflow';
import { weekOf } from '../../sandbox/newSchedule.cts';
import type { Availability } from '../../sandbox/records/schedules.cts';
import { column, jsonOf } from './outcome.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

/** A schedule for the mornings, unless told otherwise. */
function create(more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'availability',
		operation: 'create',
		name: 'Mornings',
		scheduleTimezone: 'Europe/Berlin',
		weeklyHours: {
			open: [
				{ days: ['monday', 'tuesday', 'friday'], from: '09:00', to: '12:00' },
				{ days: ['monday'], from: '7', to: '8:30' },
			],
			closed: [{ days: ['sunday'] }],
		},
		...more,
	};
}

/** What was created in this test. */
function made(): Availability[] {
	const seeded: readonly string[] = Object.values(ids.availabilities);
	return [...stage.sandbox.state.availabilities.values()].filter(({ id }) => !seeded.includes(id));
}

const morning = { start: '09:00', end: '12:00' };
const open = (...hours: Array<typeof morning>) => ({ enabled: true, hours });
const closed = { enabled: false, hours: [] };
const week = {
	monday: open({ start: '07:00', end: '08:30' }, morning),
	tuesday: open(morning),
	wednesday: closed,
	thursday: closed,
	friday: open(morning),
	saturday: closed,
	sunday: closed,
};

describe.each(bothCredentials)('a schedule with %s', (authentication) => {
	it('is created from rows, with all seven days', async () => {
		const { items, hints } = await stage.run({ authentication, ...create() });
		const [schedule] = made();
		expect(items).toEqual([
			{
				json: {
					id: schedule?.id,
					name: 'Mornings',
					timezone: 'Europe/Berlin',
					isDefault: false,
					weeklyHours:
						'Mon 07:00-08:30, 09:00-12:00; Tue, Fri 09:00-12:00; Wed-Thu, Sat-Sun closed',
					exceptionCount: 0,
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(hints).toEqual([]);
		expect(made()).toMatchObject([
			{ userId: ids.admin, name: 'Mornings', timezone: 'Europe/Berlin', schedule: week },
		]);
		expect(wire(stage)).toEqual(['GET /v4/availability 200', 'POST /v4/availability 201']);
		expect(stage.exchanges[1]?.requestBody).toEqual({
			name: 'Mornings',
			timezone: 'Europe/Berlin',
			schedule: week,
		});
	});

	it('is created from a text', async () => {
		const text = { weeklyHoursAs: 'text', weeklyHoursText: 'Mon 9–12, 7 to 8:30; Tue & Fri 9-12' };
		await stage.run({ authentication, ...create(text) });
		expect(made()).toMatchObject([{ schedule: week }]);
	});

	it('is told as the API tells it', async () => {
		const result = await stage.run({ authentication, ...create({ output: 'raw' }) });
		expect(jsonOf(result)).toEqual([stage.exchanges.at(-1)?.responseBody]);
	});
});

it('takes the time zone of the workflow where none is given', async () => {
	const result = await stage.run(create({ scheduleTimezone: '' }));
	expect(column(result, 'timezone')).toEqual(['Europe/Vienna']);
});

it('is for the user acted as, item by item', async () => {
	const items = [
		{ user: ids.users.james, name: 'One' },
		{ user: ids.users.mila, name: 'Two' },
	];
	const parameters = create({
		authentication: 'platformApiKey',
		actingUser: byId('={{ $json.user }}'),
		name: '={{ $json.name }}',
	});
	const result = await stage.run(parameters, { items });
	expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	expect(made()).toMatchObject([
		{ userId: ids.users.james, name: 'One' },
		{ userId: ids.users.mila, name: 'Two' },
	]);
});

it('looks once what was there before, however many are created', async () => {
	const items = ['A', 'B', 'C'].map((name) => ({ name }));
	const result = await stage.run(create({ name: '={{ $json.name }}' }), { items });
	expect(column(result, 'name')).toEqual(['A', 'B', 'C']);
	expect(wire(stage).filter((line) => line.startsWith('GET'))).toHaveLength(1);
});

describe("another schedule's hours", () => {
	const copy = (weeklyHours: string) =>
		create({ weeklyHoursAs: 'text', weeklyHoursText: '={{ $json.weeklyHours }}', weeklyHours });

	it('are copied by their text', async () => {
		const shown = await stage.run({ resource: 'availability', operation: 'getAll' });
		await stage.run(copy(''), { items: jsonOf(shown) });
		const { availabilities } = stage.sandbox.state;
		expect(made().map(({ schedule }) => schedule)).toEqual(
			[ids.availabilities.lena, ids.availabilities.lenaEvenings].map(
				(id) => availabilities.get(id)?.schedule,
			),
		);
	});

	it('may be none at all', async () => {
		await stage.run(copy(''), { items: [{ weeklyHours: 'Mon-Sun closed' }] });
		expect(made()).toMatchObject([{ schedule: weekOf({}, 'schedule') }]);
	});
});

describe('exceptions', () => {
	const row = (start: string, end: string, title = '') => ({ start, end, title });
	const blocked = [
		row('2026-03-16', '2026-03-18', 'Fair'),
		row('2026-06-01T12:00:00', '2026-06-01T13:00:00'),
	];
	const open = (start: string, end: string) => ({ available: true, ...row(start, end) });

	it('are meant in the time zone of the schedule, not of the workflow', async () => {
		const result = await stage.run(
			create({
				scheduleTimezone: 'America/New_York',
				exceptions: {
					ranges: [open('2026-03-28T10:00:00-04:00', '2026-03-28T15:00:00'), ...blocked],
				},
			}),
		);
		expect(jsonOf(result)).toMatchObject([{ exceptionCount: 3 }]);
		expect(jsonOf(result)[0]).not.toHaveProperty('notKept');
		expect(made()[0]?.availabilityExceptions).toMatchObject([
			{
				available: true,
				start: '2026-03-28T14:00:00.000Z',
				end: '2026-03-28T19:00:00.000Z',
				title: null,
			},
			{
				available: false,
				start: '2026-03-16T04:00:00.000Z',
				end: '2026-03-19T04:00:00.000Z',
				title: 'Fair',
			},
			{
				available: false,
				start: '2026-06-01T16:00:00.000Z',
				end: '2026-06-01T17:00:00.000Z',
				title: null,
			},
		]);
	});

	it('are enough for a schedule without weekly hours', async () => {
		const result = await stage.run(create({ weeklyHours: {}, exceptions: { ranges: blocked } }));
		expect(column(result, 'weeklyHours')).toEqual(['Mon-Sun closed']);
		expect(made()[0]?.availabilityExceptions).toHaveLength(2);
	});

	it('that clocks skip move on, and the user is told', async () => {
		const skipped = { ranges: [open('2026-03-29T02:30:00', '2026-03-29T05:00:00')] };
		const { hints } = await stage.run(create({ exceptions: skipped }));
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringContaining('02:30 does not exist on 2026-03-29 in Europe/Berlin'),
		]);
		expect(made()[0]?.availabilityExceptions).toMatchObject([
			{ start: '2026-03-29T01:30:00.000Z', end: '2026-03-29T03:00:00.000Z' },
		]);
	});

	it('that meetergo drops are told, as is all else that it changes', async () => {
		const id = '9a7e4d10-53c2-4f0b-8b6d-2c1e7f5a8d33';
		const answer = { id, name: 'Mornings', timezone: 'UTC', schedule: { ...week, friday: closed } };
		const body = JSON.stringify(answer);
		stage.sandbox.faults.add({ kind: 'garbage', status: 201, method: 'POST', body });
		const given = create({ exceptions: { ranges: blocked } });
		const { items, hints } = await stage.run(given);
		const notKept = 'timezone, schedule.friday.enabled, schedule.friday.hours, exceptions';
		expect(items).toMatchObject([{ json: { id, name: 'Mornings', notKept } }]);
		expect(hints.map(({ message }) => message)).toEqual([expect.stringContaining(notKept)]);
	});
});
