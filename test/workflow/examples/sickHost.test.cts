import { DateTime } from 'luxon';
import type { Appointment } from '../../../sandbox/records/bookings.cts';
import { ids } from '../../../sandbox/seed.cts';
import {
	appointments,
	type ExampleStage,
	moments,
	NOON,
	records,
	useExample,
	writes,
	ZONE,
} from './stage.cts';

const FILE = 'cancel-and-rebook-sick-host.json';
const { james, mila, priya, aroha } = ids.users;

/** What James has on the day after `now`, the cancelled ones left out. */
function tomorrowOfJames(stage: ExampleStage, now: string): Appointment[] {
	const tomorrow = DateTime.fromISO(now, { zone: ZONE }).plus({ days: 1 });
	return appointments(stage).filter(
		({ hostIds, start, cancel }) =>
			hostIds.includes(james) &&
			cancel === null &&
			DateTime.fromISO(start).hasSame(tomorrow, 'day'),
	);
}

/** The mail addresses of everybody who attends, each as often as they do. */
function addresses(bookings: readonly Appointment[]) {
	return bookings.flatMap(({ attendees }) => attendees.map(({ email }) => email)).sort();
}

describe.each(moments)('at %s', (_name, now) => {
	const stage = useExample(FILE, now);

	it('leaves nobody with the host, and gives each attendee one meeting with a colleague', async () => {
		const { state } = stage.sandbox;
		const [first] = tomorrowOfJames(stage, now);
		const attendee = first?.attendees[0];
		if (!first || !attendee) throw new Error('James has nothing tomorrow');
		const guest = { ...attendee, id: state.ids.uuid('attendee'), email: 'bea.lund@example.net' };
		state.appointments.set(first.id, { ...first, attendees: [attendee, guest] });
		const before = tomorrowOfJames(stage, now);
		const known = new Set(state.appointments.keys());

		const result = await stage.run();

		expect(tomorrowOfJames(stage, now)).toEqual([]);
		for (const { id } of before) {
			const reason = 'Your host is ill. We are sorry, and book another time for you.';
			expect(state.appointments.get(id)?.cancel).toMatchObject({ reason });
		}
		const made = appointments(stage).filter(({ id }) => !known.has(id));
		expect(addresses(made)).toEqual(addresses(before));
		for (const { hostIds, start } of made) {
			expect([mila, priya, aroha]).toEqual(expect.arrayContaining([...hostIds]));
			expect(Date.parse(start) - Date.parse(now)).toBeGreaterThanOrEqual(2 * 60 * 60 * 1000);
			const { hour } = DateTime.fromISO(start, { zone: attendee.timezone ?? ZONE });
			expect(hour >= 8 && hour < 18).toBe(true);
		}
		expect(records(result, 'To be called')).toEqual([]);
		const moved = records(result, 'Moved');
		expect(moved.map(({ email }) => email).sort()).toEqual(addresses(before));
		for (const { email, was, is, with: host } of moved) {
			const of = (bookings: readonly Appointment[]) =>
				bookings.find(({ attendees }) => attendees.some((one) => one.email === email));
			expect(DateTime.fromISO(String(was)).toMillis()).toBe(Date.parse(of(before)?.start ?? ''));
			expect(DateTime.fromISO(String(is)).toMillis()).toBe(Date.parse(of(made)?.start ?? ''));
			const { givenName, familyName } = state.users.get(of(made)?.hostIds[0] ?? '') ?? {};
			expect(host).toBe(`${givenName} ${familyName}`);
		}
	});
});

describe('when not everything works', () => {
	const stage = useExample(FILE);

	it('lists for a call whom no colleague has a slot for', async () => {
		const { availabilities } = stage.sandbox.state;
		for (const [id, schedule] of availabilities)
			availabilities.set(id, { ...schedule, schedule: {} });
		const before = tomorrowOfJames(stage, NOON);

		const result = await stage.run();

		expect(tomorrowOfJames(stage, NOON)).toEqual([]);
		expect(writes(stage)).toEqual(before.map(({ id }) => `POST /v4/appointment/${id}/cancel`));
		expect(records(result, 'Moved')).toEqual([]);
		expect(records(result, 'To be called')).toEqual(
			before.map(({ start, attendees: [attendee] }) => ({
				attendee: attendee?.fullname,
				email: attendee?.email,
				phone: attendee?.phone,
				was: DateTime.fromISO(start, { zone: ZONE }).toISO(),
				why: 'No slot is free',
			})),
		);
	});

	it('rebooks nobody whose booking could not be cancelled, and says so', async () => {
		const before = tomorrowOfJames(stage, NOON);
		const known = new Set(stage.sandbox.state.appointments.keys());
		stage.sandbox.faults.add({ kind: 'status', status: 403, path: '/cancel$' });

		const result = await stage.run();

		const [stays, ...others] = before;
		expect(records(result, 'Not cancelled')).toEqual([
			expect.objectContaining({
				booking_id: stays?.id,
				why: expect.stringMatching(/^meetergo did not allow this .+/),
			}),
		]);
		const made = appointments(stage).filter(({ id }) => !known.has(id));
		expect(addresses(made)).toEqual(addresses(others));
	});

	it('leaves alone what has begun already, where it is about today', async () => {
		const who = { host_email: 'james.whitfield@example.org', day: '2026-03-04', reason: 'Flu' };

		const result = await stage.run({ pinned: { 'Who is ill': [who] } });

		const starts = records(result, 'Bookings of that day').map(({ start }) => start);
		expect(starts).toEqual(['2026-03-04T13:30:00.000+01:00']);
	});
});
