import { list, record, type Json } from '../../../contract/json.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { attendeeOf, visit, type Visitor } from './visitor.cts';

const { lena, james, mila } = ids.users;
const { doubleOptIn, durations, group, hostConfirmation, oneToOne, phoneOnly, queue } =
	ids.meetingTypes;
const OCCUPIED = { statusCode: 400, errorCode: 'slot-occupied', message: 'slot-occupied' };
const START = '2026-03-02T12:00:00.000Z';

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
});
afterEach(() => visitor.sandbox.close());

function appointments() {
	return [...visitor.sandbox.state.appointments.values()];
}

function messageOf(body: unknown): unknown {
	return record(body).message;
}

describe('a confirmed booking', () => {
	it('answers with the appointment, its secret and the mail', async () => {
		const { status, body } = await visitor.book({ start: '2026-03-02T13:00:00+01:00' });
		expect(status).toBe(201);
		const { appointmentId, secret, attendeeEmail } = record(body);
		expect(attendeeEmail).toBe('dana.haddad@example.net');
		expect(String(secret)).toMatch(/^[\w-]{10}$/);
		const path = `/v4/appointment/${String(appointmentId)}`;
		expect((await visitor.ask('GET', path)).body).toMatchObject({
			id: appointmentId,
			secret,
			start: START,
			end: '2026-03-02T12:45:00.000Z',
			isCancelled: false,
			cancel: null,
			rescheduledAt: null,
			hostIds: [lena],
			meetingTypeId: oneToOne,
			attendees: [{ email: 'dana.haddad@example.net', fullname: 'Dana Haddad' }],
		});
	});

	it('carries an invitation and a link to join', async () => {
		const { body } = await visitor.book({ icsTitle: 'Boiler; attic' });
		const path = `/v4/appointment/${String(record(body).appointmentId)}`;
		const { ics, hostingInfo } = record((await visitor.ask('GET', path)).body);
		expect(String(ics).split('\r\n')).toEqual(
			expect.arrayContaining([
				'DTSTART:20260302T120000Z',
				'DTEND:20260302T124500Z',
				'SUMMARY:Boiler\\; attic',
				'ATTENDEE:mailto:dana.haddad@example.net',
			]),
		);
		expect(record(hostingInfo).meetingLink).toMatch(/^https:/);
	});

	it('takes its start away, from other types of the host too', async () => {
		await visitor.book({});
		expect(await visitor.book({})).toMatchObject({ status: 400, body: OCCUPIED });
		expect(await visitor.book({ meetingTypeId: durations })).toMatchObject({ body: OCCUPIED });
	});

	it('goes to exactly one of twenty who ask at once', async () => {
		const replies = await Promise.all(
			Array.from({ length: 20 }, (_, number) =>
				visitor.book({ attendee: attendeeOf({ email: `guest.${number}@example.net` }) }),
			),
		);
		expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
		expect(replies.filter(({ body }) => messageOf(body) === 'slot-occupied')).toHaveLength(19);
		expect(appointments().filter(({ start }) => start === START)).toHaveLength(1);
	});

	it.each([
		['off the steps', '2026-03-02T12:05:00.000Z'],
		['within the notice', '2026-03-02T09:00:00.000Z'],
		['in the past', '2026-02-27T09:00:00.000Z'],
		['outside the schedule', '2026-03-02T19:00:00.000Z'],
	])('is refused %s, unless the availability is ignored', async (_, start) => {
		expect(await visitor.book({ start })).toMatchObject({ status: 400, body: OCCUPIED });
		const forced = await visitor.book({ start, ignoreAvailability: true });
		expect(forced.status).toBe(201);
	});
});

describe('hosts', () => {
	it.each([
		['neither host nor queue', { hostIds: undefined }, 'Expected hostIds or queueId'],
		['a queue for a single host', { queueId: ids.queue }, /^queueId does not belong/],
		['a host of another type', { hostIds: [james] }, /does not host/],
		['an unknown type', { meetingTypeId: ids.company }, 'Meeting type not found'],
		['a type elsewhere', { meetingTypeId: ids.meetingTypes.foreign }, 'Meeting type not found'],
		['a switched-off type', { meetingTypeId: ids.meetingTypes.disabled }, /takes no bookings/],
	])('%s is refused', async (_, own: Json, message) => {
		const { status, body } = await visitor.book(own);
		expect(status).toBe(400);
		expect(messageOf(body)).toEqual(
			typeof message === 'string' ? message : expect.stringMatching(message),
		);
	});

	it('a type with neither goes to the host who is named', async () => {
		const own = { meetingTypeId: ids.meetingTypes.withoutHost, hostIds: [mila] };
		expect((await visitor.book(own)).status).toBe(201);
		expect(appointments().at(-1)?.hostIds).toEqual([mila]);
	});
});

describe('a queue', () => {
	const own = { meetingTypeId: queue, hostIds: undefined, queueId: ids.queue };
	// Mila and James are both at work then.
	const start = '2026-03-03T15:00:00.000Z';

	it('gives each booking to the next host who is free, until none is left', async () => {
		const replies = [];
		for (let count = 0; count < 3; count += 1) {
			replies.push(await visitor.book({ ...own, start }));
		}
		expect(replies.map(({ status }) => status)).toEqual([201, 201, 400]);
		expect(appointments().slice(-2)).toMatchObject([{ hostIds: [mila] }, { hostIds: [james] }]);
	});

	it('sends whoever was booked to its end', async () => {
		await visitor.book({ ...own, start });
		const { body } = await visitor.ask('GET', `/v4/queue/${ids.queue}/next`);
		const next = list(record(body).nextHosts).map((host) => record(host).id);
		expect(next.at(0)).toBe(james);
		expect(next.at(-1)).toBe(mila);
	});

	it('gives a booking to the host who was picked', async () => {
		await visitor.book({ ...own, queueId: undefined, hostIds: [james], start });
		expect(appointments().at(-1)?.hostIds).toEqual([james]);
	});
});

describe('duration and phone', () => {
	it('an allowed duration is kept', async () => {
		await visitor.book({ meetingTypeId: durations, duration: 60 });
		expect(appointments().at(-1)?.end).toBe('2026-03-02T13:00:00.000Z');
	});

	it('any other is refused', async () => {
		const { body } = await visitor.book({ meetingTypeId: durations, duration: 20 });
		expect(messageOf(body)).toEqual(['duration must be one of the following values: 30, 15, 60']);
	});

	it('a phone number is enough only where the type says so', async () => {
		const attendee = attendeeOf({ email: undefined, phone: '+43 1 234567' });
		const own = { phoneOnlyBooking: true, attendee };
		expect((await visitor.book(own)).status).toBe(400);
		const { status, body } = await visitor.book({ ...own, meetingTypeId: phoneOnly });
		expect(status).toBe(201);
		expect(record(body)).not.toHaveProperty('attendeeEmail');
	});

	it('and has to be there', async () => {
		const own = { meetingTypeId: phoneOnly, phoneOnlyBooking: true };
		expect(messageOf((await visitor.book(own)).body)).toEqual([
			'attendee.phone should not be empty',
		]);
	});
});

describe('a group', () => {
	const own = { meetingTypeId: group, start: '2026-03-12T12:00:00.000Z' };

	it('takes attendees into the appointment that is there, as long as it has seats', async () => {
		const joined = await visitor.book(own);
		expect(record(joined.body).appointmentId).toBe(ids.appointments.group);
		const { attendees } = visitor.sandbox.state.appointments.get(ids.appointments.group) ?? {};
		expect(attendees).toHaveLength(3);
		expect(await visitor.book(own)).toMatchObject({ status: 400, body: OCCUPIED });
	});

	it('gives its last seat to exactly one of five who ask at once', async () => {
		const replies = await Promise.all(Array.from({ length: 5 }, () => visitor.book(own)));
		expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
	});

	it('begins a new appointment at another start', async () => {
		const { body } = await visitor.book({ ...own, start: '2026-03-12T13:00:00.000Z' });
		expect(record(body).appointmentId).not.toBe(ids.appointments.group);
	});
});

describe('a booking that waits', () => {
	const LIST = '/v4/provisional-booking/paginated';
	const query = { page: 0, pageSize: 10 };

	it.each([
		['doubleOptIn', doubleOptIn],
		['requireHostConfirmation', hostConfirmation],
	])('%s is no appointment yet but keeps its slot', async (bookingType, meetingTypeId) => {
		const before = appointments().length;
		const { status, body } = await visitor.book({ meetingTypeId });
		expect(status).toBe(201);
		expect(body).toEqual({ bookingType, provisionalBookingId: expect.any(String) });
		expect(appointments()).toHaveLength(before);
		expect(await visitor.book({ meetingTypeId: durations })).toMatchObject({ body: OCCUPIED });
		const page = await visitor.ask('GET', LIST, { query: { ...query, status: 'pending' } });
		expect(page.body).toMatchObject({
			provisionalBookings: [{ type: bookingType, meetingTypeId, status: 'pending' }],
			total: 1,
		});
	});

	async function waiting(): Promise<string> {
		const { body } = await visitor.book({ meetingTypeId: hostConfirmation });
		return `/v4/provisional-booking/${String(record(body).provisionalBookingId)}`;
	}

	it('becomes an appointment when it is confirmed, once', async () => {
		const path = await waiting();
		const { status, body } = await visitor.ask('POST', `${path}/confirm`);
		expect(status).toBe(201);
		expect(appointments().at(-1)).toMatchObject({ id: record(body).appointmentId, start: START });
		expect((await visitor.ask('POST', `${path}/confirm`)).status).toBe(400);
	});

	it('gives its slot back when it is declined', async () => {
		const path = await waiting();
		const { status, text } = await visitor.ask('POST', `${path}/decline`, { body: {} });
		expect([status, text]).toEqual([201, '']);
		expect((await visitor.book({ meetingTypeId: durations })).status).toBe(201);
		const declined = { ...query, status: 'declined_by_host' };
		expect((await visitor.ask('GET', LIST, { query: declined })).body).toMatchObject({ total: 1 });
	});

	it('is declined once and for a reason, and not confirmed afterwards', async () => {
		const path = await waiting();
		await visitor.ask('POST', `${path}/decline`, { body: { reason: 'Fully booked' } });
		const [booking] = visitor.sandbox.state.provisionalBookings.values();
		expect(booking).toMatchObject({ status: 'declined_by_host', declineReason: 'Fully booked' });
		const again = { body: { reason: 'Changed my mind' } };
		expect((await visitor.ask('POST', `${path}/decline`, again)).status).toBe(400);
		expect((await visitor.ask('POST', `${path}/confirm`)).status).toBe(400);
		expect([...visitor.sandbox.state.provisionalBookings.values()]).toEqual([booking]);
	});

	it('expires when its start has come', async () => {
		const path = await waiting();
		visitor.sandbox.clock.set(START);
		expect((await visitor.ask('POST', `${path}/confirm`)).status).toBe(400);
		const expired = { ...query, status: 'expired' };
		expect((await visitor.ask('GET', LIST, { query: expired })).body).toMatchObject({ total: 1 });
	});

	it('is listed for its host, and for admins who ask for all or for that host', async () => {
		await waiting();
		const total = async (how: Parameters<Visitor['ask']>[2]) =>
			record((await visitor.ask('GET', LIST, how)).body).total;
		const member = { token: credentials.memberToken };
		expect(await total({ ...member, query })).toBe(0);
		expect(await total({ query: { ...query, all: true } })).toBe(1);
		expect(await total({ query: { ...query, userId: james } })).toBe(0);
		expect(await total({ query: { ...query, meetingTypeId: oneToOne } })).toBe(0);
		const all = { ...member, query: { ...query, all: true } };
		expect((await visitor.ask('GET', LIST, all)).status).toBe(403);
	});

	it('is unknown to those it does not concern', async () => {
		const path = await waiting();
		const member = { token: credentials.memberToken };
		expect((await visitor.ask('POST', `${path}/confirm`, member)).status).toBe(404);
	});
});
