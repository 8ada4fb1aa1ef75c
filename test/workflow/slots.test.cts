import type { INodeParameters } from 'n8n-workflow';
import { column, failingAlike, jsonOf, sourcesOf } from './outcome.cts';
import { bothCredentials, byId, credentials, ids, useStage, wire } from './stage.cts';

// It stays Monday, 2 March 2026, 9:00 in Vienna.
const stage = useStage({ forEachTest: true, speed: 0 });

const { durations, member, oneToOne } = ids.meetingTypes;

/** Lena's 30 minutes of advice on a Tuesday, unless told otherwise. */
function slots(more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'availability',
		operation: 'getSlots',
		meetingTypeId: byId(durations),
		start: '2026-03-03',
		end: '2026-03-03',
		...more,
	};
}

/** Every quarter of an hour from one to the other, both included, as `HH:mm`. */
function quarters(from: string, to: string): string[] {
	const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
	const two = (number: number) => String(number).padStart(2, '0');
	const found: string[] = [];
	for (let at = minutes(from); at <= minutes(to); at += 15) {
		found.push(`${two(Math.floor(at / 60))}:${two(at % 60)}`);
	}
	return found;
}

function starts(times: string[], day = '2026-03-03', offset = '+01:00'): string[] {
	return times.map((time) => `${day}T${time}:00.000${offset}`);
}

const aDay = starts([...quarters('08:30', '11:30'), ...quarters('13:00', '16:00')]);

describe.each(bothCredentials)('slots with %s', (authentication) => {
	it('are one item each, in order, and a day counts to its end', async () => {
		const result = await stage.run({ authentication, ...slots() });
		expect(result.items[0]).toEqual({
			json: {
				start: '2026-03-03T08:30:00.000+01:00',
				end: '2026-03-03T09:00:00.000+01:00',
				timezone: 'Europe/Vienna',
				spotsLeft: 1,
				meetingTypeId: durations,
			},
			pairedItem: { item: 0 },
		});
		expect(column(result, 'start')).toEqual(aDay);
		expect(new Set(sourcesOf(result))).toEqual(new Set([0]));
		expect(stage.exchanges.at(-1)?.query).toEqual({
			meetingTypeId: durations,
			hostIds: ids.admin,
			start: '2026-03-02T23:00:00.000Z',
			end: '2026-03-03T23:00:00.000Z',
			timezone: 'Europe/Vienna',
		});
	});

	it('are one item with a list', async () => {
		const { items } = await stage.run({ authentication, ...slots({ slotsAs: 'list' }) });
		expect(items).toEqual([
			{
				json: { slots: expect.any(Array), count: 26, timezone: 'Europe/Vienna' },
				pairedItem: { item: 0 },
			},
		]);
		const list = items[0]?.json.slots;
		expect(list).toHaveLength(26);
		expect(list).toHaveProperty('25', {
			start: '2026-03-03T16:00:00.000+01:00',
			end: '2026-03-03T16:30:00.000+01:00',
			timezone: 'Europe/Vienna',
			spotsLeft: 1,
			meetingTypeId: durations,
		});
	});
});

describe('the window', () => {
	it('holds its start, but not its end', async () => {
		const window = { start: '2026-03-03T09:00', end: '2026-03-03T09:30' };
		const result = await stage.run(slots(window));
		expect(column(result, 'start')).toEqual(starts(['09:00', '09:15']));
	});

	it('is a time as n8n hands it over, from an expression', async () => {
		const window = { start: '={{ $json.day.toDateTime() }}', end: '={{ $json.until }}' };
		const items = [{ day: '2026-03-03T09:00:00+01:00', until: 1772526600 }];
		const result = await stage.run(slots(window), { items });
		expect(column(result, 'start')).toEqual(starts(['09:00', '09:15']));
	});

	it('crosses the start of summer time, each day with its own offset', async () => {
		const result = await stage.run(slots({ start: '2026-03-27', end: '2026-03-30' }));
		expect(column(result, 'start')).toEqual([
			...starts(quarters('08:30', '11:30'), '2026-03-27', '+01:00'),
			...starts(quarters('08:30', '11:30'), '2026-03-30', '+02:00'),
			...starts(quarters('13:00', '16:00'), '2026-03-30', '+02:00'),
		]);
		expect(stage.exchanges.at(-1)?.query).toMatchObject({
			start: '2026-03-26T23:00:00.000Z',
			end: '2026-03-30T22:00:00.000Z',
		});
	});

	it('is read and answered in the zone of the node before that of the workflow', async () => {
		const timezone = 'America/New_York';
		const window = { start: '2026-03-06', end: '2026-03-09', timezone };
		const result = await stage.run(slots({ meetingTypeId: byId(member), ...window }));
		expect(column(result, 'start')).toEqual([
			...starts(quarters('09:00', '16:30'), '2026-03-06', '-05:00'),
			...starts(quarters('09:00', '16:30'), '2026-03-09', '-04:00'),
		]);
		expect(new Set(column(result, 'timezone'))).toEqual(new Set([timezone]));
	});

	it('without a free time gives no items, or an empty list', async () => {
		const sunday = { start: '2026-03-08', end: '2026-03-08' };
		const none = await stage.run(slots(sunday));
		expect({ items: none.items, status: none.status }).toEqual({ items: [], status: 'success' });
		const list = await stage.run(slots({ ...sunday, slotsAs: 'list' }));
		expect(jsonOf(list)).toEqual([{ slots: [], count: 0, timezone: 'Europe/Vienna' }]);
	});
});

describe('an option', () => {
	it('asks for another length, and ends the slots by it', async () => {
		const result = await stage.run(slots({ options: { duration: 60 } }));
		expect(column(result, 'start')).toEqual(
			starts([...quarters('08:30', '11:00'), ...quarters('13:00', '15:30')]),
		);
		expect(result.items[0]?.json.end).toBe('2026-03-03T09:30:00.000+01:00');
		expect(stage.exchanges.at(-1)?.query).toMatchObject({ meetingDuration: '60' });
	});

	it('asks for the times of a channel', async () => {
		const meetingTypeId = byId(oneToOne);
		const result = await stage.run(slots({ meetingTypeId, options: { channel: 'phone' } }));
		expect(column(result, 'start')).toEqual(starts(quarters('17:00', '19:15')));
	});

	it('ignores the notice', async () => {
		const today = { meetingTypeId: byId(oneToOne), start: '2026-03-02', end: '2026-03-02T12:00' };
		const onTime = await stage.run(slots(today));
		expect(column(onTime, 'start')).toEqual(starts(['11:00', '11:15'], '2026-03-02'));
		const atOnce = await stage.run(slots({ ...today, options: { ignoreNotice: true } }));
		expect(column(atOnce, 'start')).toEqual(starts(quarters('09:00', '11:15'), '2026-03-02'));
	});

	it('leaves a booking that is to be moved out of the way', async () => {
		const window = { start: '2026-03-10T08:30', end: '2026-03-10T09:15' };
		const meetingTypeId = byId(oneToOne);
		expect((await stage.run(slots({ meetingTypeId, ...window }))).items).toEqual([]);

		const options = { movedBookingId: ids.appointments.confirmed };
		const result = await stage.run(slots({ meetingTypeId, ...window, options }));
		expect(column(result, 'start')).toEqual(starts(['08:30', '08:45', '09:00'], '2026-03-10'));
	});

	it('asks for an answer that is not from the cache', async () => {
		await stage.run(slots({ options: { refreshCache: true } }));
		expect(stage.exchanges.at(-1)?.query).toMatchObject({ refreshCache: 'true' });
	});
});

it('needs an acting user with a platform key, to look at the meeting type', async () => {
	const credential = { actingUserId: '' };
	const parameters = { authentication: 'platformApiKey', ...slots() };
	const { details } = await failingAlike(stage, parameters, { credential });
	expect(details).toMatchObject({ code: 'invalidInput', parameter: 'Act As User' });
	expect(wire(stage)).toEqual([]);
});

it('explains that a token without the scheduling group may see no times', async () => {
	const credential = { accessToken: credentials.crmOnlyToken };
	const { details } = await failingAlike(stage, slots(), { credential });
	expect(details).toMatchObject({ httpCode: 403, code: 'permissionDenied' });
	expect(wire(stage)).toHaveLength(2);
});
