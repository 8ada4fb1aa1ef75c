import { column, jsonOf, sourcesOf } from './outcome.cts';
import { attempts, booked, inTheFuture, nextFree, slotQuestions } from './nextFree.cts';
import { named, ofItem } from './people.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ ...inTheFuture, forEachTest: true });

const { meetingTypes, users } = ids;

describe.each(bothCredentials)('the next free slot with %s', (authentication) => {
	it('is found and booked', async () => {
		const { items } = await stage.run({ authentication, ...nextFree() });
		const [appointment, ...others] = booked(stage);
		expect(others).toEqual([]);
		expect(items).toEqual([
			{
				json: {
					id: appointment?.id,
					pendingBookingId: null,
					bookingState: 'confirmed',
					waitsFor: null,
					start: '2036-03-04T08:30:00.000+01:00',
					end: '2036-03-04T09:00:00.000+01:00',
					meetingTypeId: meetingTypes.durations,
					meetingTypeName: 'Advice',
					attendeeName: 'Tomas Berg',
					attendeeEmail: 'tomas.berg@example.net',
					change: 'created',
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(appointment).toMatchObject({
			start: '2036-03-04T07:30:00.000Z',
			hostIds: [users.lena],
			attendees: [{ fullname: 'Tomas Berg', timezone: 'Europe/Vienna' }],
		});
		expect(wire(stage)).toEqual([
			`GET /v4/meeting-type/${meetingTypes.durations} 200`,
			'GET /v4/user/me 200',
			'GET /v4/appointment/paginated 200',
			'GET /v4/booking-availability 200',
			'POST /v4/booking 201',
		]);
	});

	it('is another one for each item, and what the run has booked is not offered to it again', async () => {
		const items = named('Ada Cruz', 'Bo Dahl', 'Cy Ek');
		const result = await stage.run({ authentication, ...nextFree(ofItem) }, { items });
		expect(column(result, 'start')).toEqual([
			'2036-03-04T08:30:00.000+01:00',
			'2036-03-04T09:00:00.000+01:00',
			'2036-03-04T09:30:00.000+01:00',
		]);
		expect(column(result, 'attendeeName')).toEqual(['Ada Cruz', 'Bo Dahl', 'Cy Ek']);
		expect(sourcesOf(result)).toEqual([0, 1, 2]);
		const fresh = slotQuestions(stage).map(({ refreshCache }) => refreshCache);
		expect(fresh).toEqual([undefined, 'true', 'true']);
	});
});

it('begins now where the window begins in the past', async () => {
	const before = new Date().toISOString();
	const result = await stage.run(nextFree({ start: '2020-01-01' }));
	expect(column(result, 'start')).toEqual(['2036-03-03T09:00:00.000+01:00']);
	const asked = String(slotQuestions(stage)[0]?.start);
	expect(asked >= before && asked <= new Date().toISOString()).toBe(true);
});

it('has the length that the booking gets', async () => {
	const long = await stage.run(nextFree({ additionalFields: { duration: 60 } }));
	expect(jsonOf(long)).toMatchObject([
		{ start: '2036-03-04T08:30:00.000+01:00', end: '2036-03-04T09:30:00.000+01:00' },
	]);
	expect(booked(stage)).toMatchObject([{ end: '2036-03-04T08:30:00.000Z' }]);
	expect(slotQuestions(stage)).toMatchObject([{ meetingDuration: '60' }]);
});

it('is found in a window that was read in Time Zone, and told in it', async () => {
	const window = { start: '2036-03-04T03:00', end: '2036-03-04T04:00' };
	const result = await stage.run(nextFree({ ...window, timezone: 'America/New_York' }));
	expect(jsonOf(result)).toMatchObject([
		{ start: '2036-03-04T03:00:00.000-05:00', end: '2036-03-04T03:30:00.000-05:00' },
	]);
	expect(booked(stage)).toMatchObject([{ start: '2036-03-04T08:00:00.000Z' }]);
});

it('is kept for a booking that has to be confirmed', async () => {
	const meetingTypeId = byId(meetingTypes.doubleOptIn);
	const items = named('Ada Cruz', 'Bo Dahl');
	const result = await stage.run(nextFree({ meetingTypeId, ...ofItem }), { items });
	expect(jsonOf(result)).toMatchObject([
		{ id: null, bookingState: 'pending', waitsFor: 'attendee' },
		{ id: null, bookingState: 'pending', waitsFor: 'attendee' },
	]);
	const pending = [...stage.sandbox.state.provisionalBookings.values()];
	expect(pending.map(({ start }) => start)).toEqual([
		'2036-03-04T07:30:00.000Z',
		'2036-03-04T08:00:00.000Z',
	]);
	expect(booked(stage)).toEqual([]);
});

it('is that of a group until the group is full', async () => {
	const workshop = { meetingTypeId: byId(meetingTypes.group), start: '2036-03-13T13:00' };
	const items = named('Ada Cruz', 'Bo Dahl', 'Cy Ek', 'Di Fry', 'Ed Gil');
	const result = await stage.run(nextFree({ ...workshop, end: '2036-03-13', ...ofItem }), {
		items,
	});
	const [at13, at14, at15] = [13, 14, 15].map((hour) => `2036-03-13T${hour}:00:00.000+01:00`);
	// Two of three seats were taken at one o'clock.
	expect(column(result, 'start')).toEqual([at13, at14, at14, at14, at15]);
	expect(new Set(attempts(stage))).toEqual(new Set([201]));
});

it('brings the invitation and keeps quiet where the options say so', async () => {
	const options = { attachInvitation: true, sendReminders: false, skipNotifications: true };
	const { items } = await stage.run(nextFree({ options }));
	expect(items[0]?.binary).toHaveProperty('invitation');
	const [sent] = stage.exchanges.filter(({ method }) => method === 'POST');
	expect(sent?.requestBody).toMatchObject({
		attendee: { receiveReminders: false },
		skipNotifications: true,
	});
});
