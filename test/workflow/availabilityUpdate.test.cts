import type { INodeParameters } from 'n8n-workflow';
import { failed, failingAlike, jsonOf, refusal } from './outcome.cts';
import { bothCredentials, byId, credentials, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { lena, lenaEvenings, james } = ids.availabilities;
const path = (id: string) => `/v4/availability/${id}`;

function update(id: string, more: INodeParameters): INodeParameters {
	return { resource: 'availability', operation: 'update', scheduleId: byId(id), ...more };
}

function schedule(id: string) {
	return stage.sandbox.state.availabilities.get(id);
}

const text = (weeklyHoursText: string) => ({ weeklyHoursAs: 'text', weeklyHoursText });
const evening = { start: '17:00', end: '20:00' };
const closed = { enabled: false, hours: [] };

describe.each(bothCredentials)('a schedule with %s', (authentication) => {
	it('gets hours on some days and keeps those of the others', async () => {
		const weeklyHours = {
			open: [{ days: ['friday'], from: '16:00', to: '18:00' }],
			closed: [{ days: ['tuesday'] }],
		};
		const { items } = await stage.run({ authentication, ...update(lenaEvenings, { weeklyHours }) });
		expect(items).toEqual([
			{
				json: {
					id: lenaEvenings,
					name: 'Evenings',
					timezone: 'Europe/Vienna',
					isDefault: false,
					weeklyHours: 'Thu 17:00-20:00; Fri 16:00-18:00; Mon-Wed, Sat-Sun closed',
					exceptionCount: 0,
				},
				pairedItem: { item: 0 },
			},
		]);
		const week = {
			monday: closed,
			tuesday: closed,
			wednesday: closed,
			thursday: { enabled: true, hours: [evening] },
			friday: { enabled: true, hours: [{ start: '16:00', end: '18:00' }] },
			saturday: closed,
			sunday: closed,
		};
		expect(schedule(lenaEvenings)).toMatchObject({ name: 'Evenings', schedule: week });
		expect(stage.exchanges.at(-1)?.requestBody).toEqual({ schedule: week });
		expect(wire(stage)).toEqual([
			`GET ${path(lenaEvenings)} 200`,
			`PATCH ${path(lenaEvenings)} 200`,
		]);
	});

	it('gets another name and zone, and nothing else is sent', async () => {
		const before = schedule(lena);
		const updateFields = { name: 'Office', scheduleTimezone: 'europe/berlin' };
		const result = await stage.run({ authentication, ...update(lena, { updateFields }) });
		expect(jsonOf(result)).toMatchObject([{ name: 'Office', timezone: 'Europe/Berlin' }]);
		expect(schedule(lena)).toEqual({ ...before, name: 'Office', timezone: 'Europe/Berlin' });
		expect(stage.exchanges.map(({ requestBody }) => requestBody)).toEqual([
			{ name: 'Office', timezone: 'Europe/Berlin' },
		]);
	});
});

it('does not read a schedule whose week is replaced as a whole', async () => {
	await stage.run(update(lena, text('daily 10-12')));
	expect(wire(stage)).toEqual([`PATCH ${path(lena)} 200`]);
});

it('can be closed altogether', async () => {
	await stage.run(update(lena, text('Mon-Sun closed')));
	expect(Object.values(schedule(lena)?.schedule ?? {})).toEqual(Array(7).fill(closed));
});

it('leaves what an expression leaves empty', async () => {
	const updateFields = { name: '={{ $json.name }}', scheduleTimezone: '' };
	await stage.run(update(lena, { ...text('Sat 10-12'), updateFields }));
	expect(stage.exchanges.at(-1)?.requestBody).toEqual({ schedule: expect.any(Object) });
});

it('tells what meetergo did not keep', async () => {
	const body = JSON.stringify(schedule(lena));
	stage.sandbox.faults.add({ kind: 'garbage', status: 200, method: 'PATCH', body });
	const { items, hints } = await stage.run(update(lena, { updateFields: { name: 'Office' } }));
	expect(items).toMatchObject([{ json: { name: 'Working hours', notKept: 'name' } }]);
	expect(hints.map(({ message }) => message)).toEqual([expect.stringContaining('name')]);
});

it('reads the schedule where the answer is empty', async () => {
	stage.sandbox.faults.add({ kind: 'emptyBody', method: 'PATCH', when: 'after' });
	const result = await stage.run(update(lena, { updateFields: { name: 'Office' } }));
	expect(jsonOf(result)).toMatchObject([{ id: lena, name: 'Office' }]);
	expect(wire(stage).at(-1)).toBe(`GET ${path(lena)} 200`);
});

it('is sent again when its answer is lost, for it sets the same again', async () => {
	stage.sandbox.faults.add({ kind: 'reset', method: 'PATCH', when: 'after' });
	const result = await stage.run(update(lena, { updateFields: { name: 'Office' } }));
	expect(jsonOf(result)).toMatchObject([{ name: 'Office' }]);
	expect(wire(stage)).toEqual([`PATCH ${path(lena)} 0`, `PATCH ${path(lena)} 200`]);
});

it.each<[string, INodeParameters]>([
	['nothing to change', {}],
	['nothing but empty values', { updateFields: { name: ' ', scheduleTimezone: '' } }],
	['an empty text of hours', text(' \n')],
])('is refused with %s, before anything is sent', async (_what, given) => {
	expect(await failingAlike(stage, update(lena, given))).toEqual(
		refusal('Update Fields', 'add at least one field that has a value, or enter Weekly Hours.'),
	);
	expect(wire(stage)).toEqual([]);
});

describe.each(bothCredentials)('a schedule to delete with %s', (authentication) => {
	const remove = (id: string) => ({
		authentication,
		resource: 'availability',
		operation: 'delete',
		scheduleId: byId(id),
	});

	it('is deleted', async () => {
		const { items } = await stage.run(remove(lenaEvenings));
		expect(items).toEqual([{ json: { deleted: true, id: lenaEvenings }, pairedItem: { item: 0 } }]);
		expect(schedule(lenaEvenings)?.deletedAt).not.toBeNull();
	});

	it('that meeting types use stays, and they are named', async () => {
		expect(await failingAlike(stage, remove(lena))).toEqual(
			failed('Schedule: The change conflicts with something that exists', {
				httpCode: 409,
				code: 'conflict',
				parameter: 'Schedule',
				description: expect.stringMatching(
					/^It is still in use\. Give these meeting types another schedule before this one goes\. meetergo answered: Availability is shared; used by site-survey, /,
				),
			}),
		);
		expect(schedule(lena)?.deletedAt).toBeNull();
	});
});

it('the last schedule of a user stays', async () => {
	const remove = { resource: 'availability', operation: 'delete', scheduleId: byId(james) };
	const credential = { accessToken: credentials.memberToken };
	expect(await failingAlike(stage, remove, { credential })).toEqual(
		failed('Schedule: meetergo refused the request', {
			httpCode: 400,
			code: 'requestRefused',
			parameter: 'Schedule',
			description:
				'A user keeps at least one schedule. Create another one before this one goes. meetergo answered: One availability is required',
		}),
	);
});

it('is deleted once when the answer is lost', async () => {
	stage.sandbox.faults.add({ kind: 'reset', method: 'DELETE', when: 'after' });
	const remove = { resource: 'availability', operation: 'delete', scheduleId: byId(lenaEvenings) };
	const result = await stage.run(remove);
	expect(jsonOf(result)).toEqual([{ deleted: true, id: lenaEvenings }]);
	expect(wire(stage)).toEqual([
		`DELETE ${path(lenaEvenings)} 0`,
		`DELETE ${path(lenaEvenings)} 404`,
	]);
});
