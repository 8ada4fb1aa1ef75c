import { list, record } from '../../../contract/json.cts';
import type { Availability } from '../../../sandbox/records/schedules.cts';
import { ids } from '../../../sandbox/seed.cts';
import { spotsIn, visit, type Visitor } from './visitor.cts';

const { lena, james } = ids.users;
const SLOTS = '/v4/booking-availability';

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
});
afterEach(() => visitor.sandbox.close());

function of(meetingTypeId: string, hostIds: string, start: string, end: string) {
	return { meetingTypeId, hostIds, start, end };
}

function change(id: string, own: Partial<Availability>): void {
	const { availabilities } = visitor.sandbox.state;
	const availability = availabilities.get(id);
	if (availability) availabilities.set(id, { ...availability, ...own });
}

describe('schedule', () => {
	const { mila, member, oneToOne, durations } = ids.meetingTypes;

	it('starts lie on the steps within each range of the day', async () => {
		const query = of(durations, lena, '2026-03-06', '2026-03-07');
		const starts = await visitor.slots({
			...query,
			meetingDuration: 60,
			timezone: 'Europe/Vienna',
		});
		expect(starts.at(0)).toBe('2026-03-06T07:30:00.000Z');
		expect(starts.at(1)).toBe('2026-03-06T07:45:00.000Z');
		// Fridays end at noon.
		expect(starts.at(-1)).toBe('2026-03-06T10:00:00.000Z');
	});

	it('exceptions open and close what the week says otherwise', async () => {
		const saturday = of(durations, lena, '2026-03-07', '2026-03-08');
		expect(await visitor.slots(saturday)).toHaveLength(11);
		expect(await visitor.slots(of(durations, lena, '2026-03-08', '2026-03-09'))).toEqual([]);
		expect(await visitor.slots(of(durations, lena, '2026-03-11', '2026-03-12'))).toEqual([]);
	});

	it('a deleted exception counts no more', async () => {
		const own = visitor.sandbox.state.availabilities.get(ids.availabilities.lena);
		const deletedAt = '2026-03-01T00:00:00.000Z';
		change(ids.availabilities.lena, {
			availabilityExceptions: own?.availabilityExceptions.map((it) => ({ ...it, deletedAt })),
		});
		expect(await visitor.slots(of(durations, lena, '2026-03-07', '2026-03-08'))).toEqual([]);
	});

	it("a channel's own schedule counts for that channel", async () => {
		const query = of(oneToOne, lena, '2026-03-05', '2026-03-06');
		const starts = await visitor.slots({ ...query, channel: 'phone' });
		expect(starts.at(0)).toBe('2026-03-05T16:00:00.000Z');
	});

	it.each([
		['before', '2026-03-27', '2026-03-28', '2026-03-27T08:00:00.000Z'],
		['after', '2026-03-30', '2026-03-31', '2026-03-30T07:00:00.000Z'],
	])('hours keep their local time %s the clocks go forward', async (_, start, end, first) => {
		const starts = await visitor.slots(of(mila, ids.users.mila, start, end));
		expect(starts.at(0)).toBe(first);
		expect(starts).toHaveLength(31);
	});

	it("the host's zone decides when they change, not the asker's", async () => {
		const friday = of(member, james, '2026-03-06', '2026-03-07');
		const monday = of(member, james, '2026-03-09', '2026-03-10');
		expect((await visitor.slots(friday)).at(0)).toBe('2026-03-06T14:00:00.000Z');
		expect((await visitor.slots(monday)).at(0)).toBe('2026-03-09T13:00:00.000Z');
	});

	it.each([
		['two', '2026-03-20T00:00:00Z', '2026-03-29', '2026-03-30', '2026-03-29T00:00:00.000Z', 3],
		['four', '2026-10-20T00:00:00Z', '2026-10-25', '2026-10-26', '2026-10-24T23:00:00.000Z', 7],
	])(
		'01:00 to 04:00 lasts %s hours when the clocks change',
		async (_, now, start, end, first, count) => {
			visitor.sandbox.clock.set(now);
			const hours = [{ start: '01:00', end: '04:00' }];
			change(ids.availabilities.mila, { schedule: { sunday: { enabled: true, hours } } });
			const query = of(mila, ids.users.mila, start, end);
			const inVienna = { ...query, timezone: 'Europe/Vienna', meetingDuration: 30 };
			const starts = await visitor.slots(inVienna);
			const half = starts.filter((time) => /(00|30):00\.000Z$/.test(time));
			expect(half.at(0)).toBe(first);
			expect(half).toHaveLength(count + 1);
		},
	);

	it('days are those of the asked zone', async () => {
		const query = of(member, james, '2026-03-03', '2026-03-04');
		const { body } = await visitor.ask('GET', SLOTS, {
			query: { ...query, timezone: 'Pacific/Auckland' },
		});
		const { timezone, dates, earliestAvailableDate } = record(body);
		// James's Monday afternoon lies on Auckland's Tuesday morning.
		expect(timezone).toBe('Pacific/Auckland');
		expect(list(dates).map((date) => record(date).date)).toEqual(['2026-03-03']);
		expect(earliestAvailableDate).toBe('2026-03-03');
		expect(spotsIn(body).at(0)?.startTime).toBe('2026-03-02T14:00:00.000Z');
	});
});

describe('limits', () => {
	const { oneToOne } = ids.meetingTypes;
	const today = of(oneToOne, lena, '2026-03-02', '2026-03-03');

	it('the notice is kept, unless it is to be skipped', async () => {
		// It is 09:00 in Vienna, the notice is two hours and lunch begins at twelve.
		expect((await visitor.slots(today)).at(0)).toBe('2026-03-02T10:00:00.000Z');
		const skipping = { ...today, skipEarliestBookingCalculation: true };
		expect((await visitor.slots(skipping)).at(0)).toBe('2026-03-02T08:00:00.000Z');
	});

	it('nothing is offered beyond the booking limit', async () => {
		const far = of(oneToOne, lena, '2026-04-30', '2026-06-30');
		expect((await visitor.slots(far)).at(-1)).toBe('2026-05-01T08:00:00.000Z');
	});

	it('a switched-off type offers nothing', async () => {
		const query = of(ids.meetingTypes.disabled, lena, '2026-03-03', '2026-03-04');
		expect(await visitor.slots(query)).toEqual([]);
	});

	it('a window that ends where it starts is empty', async () => {
		const query = of(oneToOne, lena, '2026-03-03', '2026-03-03');
		expect(await visitor.slots(query)).toEqual([]);
	});
});

describe('bookings', () => {
	const { oneToOne, durations } = ids.meetingTypes;
	// Lena has a site survey from 08:00 to 08:45 UTC, with buffers of 10 and 5 minutes.
	const day = ['2026-03-10', '2026-03-11'] as const;

	it('block their time with the longer of two buffers', async () => {
		expect((await visitor.slots(of(oneToOne, lena, ...day))).at(0)).toBe(
			'2026-03-10T09:00:00.000Z',
		);
	});

	it('block their time for other types of the host too', async () => {
		const starts = await visitor.slots({ ...of(durations, lena, ...day), meetingDuration: 15 });
		expect(starts.slice(0, 2)).toEqual(['2026-03-10T07:30:00.000Z', '2026-03-10T09:00:00.000Z']);
	});

	it('do not block themselves when they are to be moved', async () => {
		const query = of(oneToOne, lena, ...day);
		const moving = { ...query, existingAppointmentId: ids.appointments.confirmed };
		expect((await visitor.slots(moving)).at(0)).toBe('2026-03-10T07:30:00.000Z');
	});

	it('no longer block once they are cancelled', async () => {
		// The cancelled one would be at 09:00 UTC.
		expect(await visitor.slots(of(oneToOne, lena, '2026-03-09', '2026-03-10'))).toContain(
			'2026-03-09T09:00:00.000Z',
		);
	});

	it('are shown with their reasons to those who look for trouble', async () => {
		const query = { ...of(oneToOne, lena, ...day), troubleshoot: true };
		const { body } = await visitor.ask('GET', SLOTS, { query });
		const reasons = Object.fromEntries(
			spotsIn(body).map(({ startTime, unavailabilityEvents }) => [
				String(startTime).slice(11, 16),
				record(list(unavailabilityEvents)[0]).type,
			]),
		);
		expect(reasons).toMatchObject({ '08:00': 'event', '08:45': 'buffer', '09:00': undefined });
	});

	it('keep their seats in the list when they are full', async () => {
		const query = of(ids.meetingTypes.group, lena, '2026-03-12', '2026-03-13');
		const seats = async () => {
			const { body } = await visitor.ask('GET', SLOTS, { query });
			return spotsIn(body).filter(({ appointment }) => appointment);
		};
		const start = '2026-03-12T12:00:00.000Z';
		const id = ids.appointments.group;
		expect(await seats()).toMatchObject([
			{ startTime: start, appointment: { id, totalSpots: 3, takenSpots: 2 } },
		]);
		await visitor.book({ meetingTypeId: ids.meetingTypes.group, start });
		expect(await seats()).toMatchObject([{ appointment: { id, totalSpots: 3, takenSpots: 3 } }]);
		const hiding = { ...query, hideGroupAppointments: true };
		expect(spotsIn((await visitor.ask('GET', SLOTS, { query: hiding })).body)).not.toEqual([]);
		expect(await visitor.slots(hiding)).not.toContain(start);
	});
});

describe('host scope', () => {
	const { oneToOne, queue } = ids.meetingTypes;
	const { mila } = ids.users;
	const window = { start: '2026-03-04', end: '2026-03-05' };

	it('is demanded before the type is even looked up', async () => {
		const query = { meetingTypeId: 'nonsense', ...window };
		const { status, body } = await visitor.ask('GET', SLOTS, { query });
		expect(status).toBe(400);
		expect(record(body).message).toBe('Expected hostIds or queueId');
	});

	it('takes repeated keys and commas alike', async () => {
		const query = { meetingTypeId: queue, ...window };
		const repeated = await visitor.slots({ ...query, hostIds: [mila, james] });
		const commas = await visitor.slots({ ...query, hostIds: `${mila},${james}` });
		expect(repeated.length).toBeGreaterThan(0);
		expect(commas).toEqual(repeated);
	});

	it('a stranger to the type has no starts', async () => {
		expect(await visitor.slots({ ...of(oneToOne, james, '2026-03-04', '2026-03-05') })).toEqual([]);
	});

	it('a queue answers host after host, with repeats, out of order and with offsets', async () => {
		const query = { meetingTypeId: queue, queueId: ids.queue, ...window };
		const { body } = await visitor.ask('GET', SLOTS, {
			query: { ...query, timezone: 'Europe/Vienna' },
		});
		const times = spotsIn(body).map(({ startTime }) => String(startTime));
		const instants = times.map((time) => Date.parse(time));
		expect(times.some((time) => time.endsWith('Z'))).toBe(true);
		expect(times.some((time) => time.endsWith('+01:00'))).toBe(true);
		expect(new Set(instants).size).toBeLessThan(instants.length);
		expect([...instants].sort((a, b) => a - b)).not.toEqual(instants);
	});

	it('everyone means the times that all hosts share', async () => {
		const query = { meetingTypeId: queue, hostIds: [mila, james], ...window };
		const starts = await visitor.slots({ ...query, calculationMethod: 'everyone' });
		// James starts when Mila has two hours left.
		expect(starts.at(0)).toBe('2026-03-04T14:00:00.000Z');
		expect(starts.at(-1)).toBe('2026-03-04T15:30:00.000Z');
	});

	it('a queue of another type is refused', async () => {
		const query = { meetingTypeId: oneToOne, queueId: ids.queue, ...window };
		expect((await visitor.ask('GET', SLOTS, { query })).status).toBe(400);
	});
});
