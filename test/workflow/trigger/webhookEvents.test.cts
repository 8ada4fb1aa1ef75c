import { attendeeOf } from '../../unit/sandbox/visitor.cts';
import { bothCredentials, credentials } from '../stage.cts';
import { book, cancel, danasBooking, ids, move, useTriggerStage } from './stage.cts';

const stage = useTriggerStage();

describe.each(bothCredentials)('with %s', (authentication) => {
	it('tells that a meeting was booked, as Booking > Get shows it', async () => {
		const id = await stage().listen({ authentication });

		const booking = await book(stage());
		await stage().quiet();

		expect(stage().told(id)).toEqual([
			{
				event: 'booking_created',
				...danasBooking(booking),
				eventKey: expect.stringMatching(/^[\w-]{22}$/),
			},
		]);
	});

	it('tells that a booking was moved, and from where', async () => {
		const id = await stage().listen({ authentication });

		await move(stage(), ids.appointments.confirmed, '2026-03-11T09:00:00Z');
		await stage().quiet();

		expect(stage().told(id)).toEqual([
			expect.objectContaining({
				event: 'booking_rescheduled',
				id: ids.appointments.confirmed,
				start: '2026-03-11T10:00:00.000+01:00',
				previousStart: '2026-03-10T09:00:00.000+01:00',
			}),
		]);
	});

	it('tells that a booking was cancelled, or that one attendee left', async () => {
		const id = await stage().listen({ authentication });

		await cancel(stage(), ids.appointments.confirmed);
		await cancel(stage(), ids.appointments.group, { attendeeId: ids.attendees.groupFirst });
		await stage().quiet();

		const told = stage().told(id);
		expect(told).toHaveLength(2);
		expect(told).toEqual(
			expect.arrayContaining([
				expect.objectContaining({
					event: 'booking_cancelled',
					id: ids.appointments.confirmed,
					bookingState: 'cancelled',
					cancelledScope: 'booking',
				}),
				expect.objectContaining({
					event: 'booking_cancelled',
					id: ids.appointments.group,
					bookingState: 'confirmed',
					cancelledScope: 'attendee',
				}),
			]),
		);
	});
});

it('tells of each attendee who joins a group meeting', async () => {
	const id = await stage().listen();

	await book(stage(), {
		meetingTypeId: ids.meetingTypes.group,
		start: '2026-03-12T13:00:00.000Z',
		attendee: attendeeOf({ email: 'first@example.net' }),
	});
	await book(stage(), {
		meetingTypeId: ids.meetingTypes.group,
		start: '2026-03-12T13:00:00.000Z',
		attendee: attendeeOf({ email: 'second@example.net' }),
	});
	await stage().quiet();

	expect(stage().told(id)).toHaveLength(2);
});

it('tells of a new employee as meetergo has sent it', async () => {
	const id = await stage().listen({ events: ['new_employee'] });

	const body = {
		email: 'noor@example.org',
		givenName: 'Noor',
		familyName: 'Aziz',
		timezone: 'Europe/Oslo',
	};
	await stage().visitor.ask('POST', '/v4/user', { token: credentials.platformKey, body });
	await stage().quiet();

	expect(stage().told(id)).toEqual([
		{
			event: 'new_employee',
			id: expect.any(String),
			email: 'noor@example.org',
			givenName: 'Noor',
			familyName: 'Aziz',
			companyId: ids.company,
			eventKey: expect.any(String),
		},
	]);
});

it.each([
	'form_submission',
	'credential_error',
	'review_submitted',
	'review_published',
	'signature_completed',
] as const)('passes on %s', async (event) => {
	const id = await stage().listen({ events: [event] });

	stage().sandbox.deliveries.fire(event, {
		id: 'some-record',
		answers: { Heating: 'oil' },
		secret: 's',
	});
	await stage().quiet();

	expect(stage().told(id)).toEqual([
		{ event, id: 'some-record', answers: { Heating: 'oil' }, eventKey: expect.any(String) },
	]);
});

it('tells of nothing that Trigger On does not name', async () => {
	const id = await stage().listen({ events: ['booking_cancelled'] });
	const [endpoint = ''] = stage().endpoints();

	await book(stage());
	const answer = await stage().deliver(endpoint, { webhookType: 'review_submitted', id: 'some' });
	await stage().quiet();

	expect(answer.status).toBe(200);
	expect(stage().told(id)).toEqual([]);
});

it('gives raw bookings or chosen fields, in the time zone of the options', async () => {
	const raw = await stage().listen({ output: 'raw' }, 'raw');
	const selected = await stage().listen(
		{
			output: 'selected',
			outputFields: 'event, start, minutes, meetingTypeId',
			options: { timezone: 'America/New_York' },
		},
		'selected',
	);

	const booking = await book(stage());
	await stage().quiet();

	expect(stage().told(raw)).toEqual([
		expect.objectContaining({ id: booking, event: 'booking_created', hosts: expect.any(Array) }),
	]);
	expect(stage().told(selected)).toEqual([
		{
			event: 'booking_created',
			start: '2026-03-02T07:00:00.000-05:00',
			minutes: 45,
			meetingTypeId: ids.meetingTypes.oneToOne,
		},
	]);
});
