import { record } from '../../contract/json.cts';
import { column, failingAlike, jsonOf, failed } from './outcome.cts';
import { named, ofItem } from './people.cts';
import { booking } from './booking.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { meetingTypes, users } = ids;
const seeded: ReadonlySet<string> = new Set(Object.values(ids.appointments));

/** What has been booked since the start. */
function booked() {
	return [...stage.sandbox.state.appointments.values()].filter(({ id }) => !seeded.has(id));
}

function waiting() {
	return [...stage.sandbox.state.provisionalBookings.values()];
}

const times = { start: '2026-03-03T09:00:00.000+01:00', end: '2026-03-03T09:45:00.000+01:00' };

describe.each(bothCredentials)('booking with %s', (authentication) => {
	it('is confirmed at once', async () => {
		const { items } = await stage.run({ authentication, ...booking() });
		const [appointment, ...others] = booked();
		expect(others).toEqual([]);
		expect(items).toEqual([
			{
				json: {
					id: appointment?.id,
					pendingBookingId: null,
					bookingState: 'confirmed',
					waitsFor: null,
					...times,
					meetingTypeId: meetingTypes.oneToOne,
					meetingTypeName: 'Site survey',
					attendeeName: 'Tomas Berg',
					attendeeEmail: 'tomas.berg@example.net',
					change: 'created',
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(appointment).toMatchObject({
			meetingTypeId: meetingTypes.oneToOne,
			hostIds: [users.lena],
			start: '2026-03-03T08:00:00.000Z',
			end: '2026-03-03T08:45:00.000Z',
			attendees: [
				{ fullname: 'Tomas Berg', email: 'tomas.berg@example.net', timezone: 'Europe/Vienna' },
			],
		});
	});

	it('sends what the API demands, and nothing the user did not set', async () => {
		await stage.run({ authentication, ...booking() });
		expect(stage.exchanges.at(-1)?.requestBody).toEqual({
			meetingTypeId: meetingTypes.oneToOne,
			hostIds: [users.lena],
			start: '2026-03-03T08:00:00.000Z',
			attendee: {
				fullname: 'Tomas Berg',
				email: 'tomas.berg@example.net',
				receiveReminders: true,
				notes: {},
				dataPolicyAccepted: true,
				timezone: 'Europe/Vienna',
			},
		});
	});

	it('answers as the API does, with what the node knows of the booking besides', async () => {
		const result = await stage.run({ authentication, ...booking({ output: 'raw' }) });
		expect(stage.exchanges.at(-1)?.responseBody).toEqual({
			appointmentId: booked()[0]?.id,
			secret: expect.any(String),
			attendeeEmail: 'tomas.berg@example.net',
		});
		expect(jsonOf(result)).toMatchObject([
			{ ...record(stage.exchanges.at(-1)?.responseBody), bookingState: 'confirmed', ...times },
		]);
	});

	it('answers with selected fields', async () => {
		const fields = { output: 'selected', outputFields: 'bookingState, appointmentId' };
		const result = await stage.run({ authentication, ...booking(fields) });
		expect(jsonOf(result)).toEqual([{ bookingState: 'confirmed', appointmentId: booked()[0]?.id }]);
	});

	it('refuses a time that is taken, and books nothing', async () => {
		const taken = booking({
			start: '2026-03-10T09:00:00',
			attendeeEmail: 'ada.cruz@example.net',
		});
		expect(await failingAlike(stage, { authentication, ...taken })).toEqual(
			failed('Start: The time is not offered, or no longer free', {
				parameter: 'Start',
				httpCode: 400,
				code: 'slotOccupied',
				description: expect.stringContaining('Get the free slots again and choose another start.'),
			}),
		);
		expect(booked()).toEqual([]);
	});
});

describe('a booking that has to be confirmed', () => {
	it.each([
		['doubleOptIn', 'attendee', 'Newsletter interview'],
		['hostConfirmation', 'host', 'Second opinion'],
	] as const)('is pending: %s waits for the %s', async (type, waitsFor, meetingTypeName) => {
		const result = await stage.run(booking({ meetingTypeId: byId(meetingTypes[type]) }));
		const [pending] = waiting();
		expect(pending).toMatchObject({ status: 'pending', start: '2026-03-03T08:00:00.000Z' });
		expect(booked()).toEqual([]);
		expect(jsonOf(result)).toEqual([
			{
				id: null,
				pendingBookingId: pending?.id,
				bookingState: 'pending',
				waitsFor,
				start: '2026-03-03T09:00:00.000+01:00',
				end: '2026-03-03T09:30:00.000+01:00',
				meetingTypeId: meetingTypes[type],
				meetingTypeName,
				attendeeName: 'Tomas Berg',
				attendeeEmail: 'tomas.berg@example.net',
				change: 'created',
			},
		]);
	});
});

describe('a group', () => {
	it('takes an attendee into the meeting that is there, until it is full', async () => {
		const workshop = { meetingTypeId: byId(meetingTypes.group), start: '2026-03-12T13:00:00' };
		const items = named('Ada Cruz', 'Bo Dahl');
		const { items: done, errors } = await stage.run(booking({ ...workshop, ...ofItem }), {
			items,
			onError: 'continueErrorOutput',
		});
		expect(done.map(({ json }) => json.id)).toEqual([ids.appointments.group]);
		expect(errors).toMatchObject([
			{ json: { details: { code: 'slotOccupied' } }, pairedItem: { item: 1 } },
		]);
		const group = stage.sandbox.state.appointments.get(ids.appointments.group);
		expect(group?.attendees.map(({ fullname }) => fullname)).toEqual([
			'Amina Costa',
			'Bruno Duarte',
			'Ada Cruz',
		]);
	});
});

describe('a queue', () => {
	const atTen = { meetingTypeId: byId(meetingTypes.queue), start: '2026-03-03T10:00:00' };

	it('gives the meeting to the next host who is free', async () => {
		const items = named('Ada Cruz', 'Bo Dahl');
		const result = await stage.run(booking({ ...atTen, ...ofItem }), {
			items,
		});
		expect(column(result, 'bookingState')).toEqual(['confirmed', 'confirmed']);
		expect(booked().flatMap(({ hostIds }) => hostIds)).toEqual([users.mila, users.priya]);
		expect(stage.exchanges.at(-1)?.requestBody).toMatchObject({ queueId: ids.queue });
		expect(stage.exchanges.at(-1)?.requestBody).not.toHaveProperty('hostIds');
	});

	it('gives the meeting to a chosen host', async () => {
		await stage.run(booking({ ...atTen, options: { hostIds: [users.priya] } }));
		expect(booked().flatMap(({ hostIds }) => hostIds)).toEqual([users.priya]);
		expect(stage.exchanges.at(-1)?.requestBody).not.toHaveProperty('queueId');
	});
});

describe('without a mail address', () => {
	const byPhone = { attendeeEmail: '', attendeePhone: '+43 1 234 56 78' };

	it('books by phone', async () => {
		const result = await stage.run(
			booking({ ...byPhone, meetingTypeId: byId(meetingTypes.phoneOnly) }),
		);
		expect(column(result, 'attendeeEmail')).toEqual([null]);
		expect(booked()).toMatchObject([{ attendees: [{ email: null, phone: '+43 1 234 56 78' }] }]);
		expect(stage.exchanges.at(-1)?.requestBody).toMatchObject({ phoneOnlyBooking: true });
	});

	it('says so where the meeting type demands one', async () => {
		const { details } = await failingAlike(stage, booking(byPhone));
		expect(details).toMatchObject({ httpCode: 400, code: 'requestRefused' });
		expect(details.description).toContain('Phone-only booking is not allowed');
		expect(booked()).toEqual([]);
	});
});

describe('a meeting type that cannot be booked', () => {
	it('is told when it is switched off', async () => {
		const { error, details } = await failingAlike(
			stage,
			booking({ meetingTypeId: byId(meetingTypes.disabled) }),
		);
		expect(error).toBe('meetergo refused the request');
		expect(details.description).toContain('Meeting type takes no bookings');
	});

	it('is found before anything is sent when it has no host', async () => {
		const { details } = await failingAlike(
			stage,
			booking({ meetingTypeId: byId(meetingTypes.withoutHost) }),
		);
		expect(details).toMatchObject({ code: 'invalidInput', parameter: 'Meeting Type' });
		expect(wire(stage).filter((request) => request.startsWith('POST'))).toEqual([]);
	});
});
