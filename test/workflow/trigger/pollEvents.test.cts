import { attendeeOf } from '../../unit/sandbox/visitor.cts';
import { bothCredentials } from '../stage.cts';
import { book, cancel, danasBooking, ids, move, pollWorkflow, useTriggerStage } from './stage.cts';

const stage = useTriggerStage();

const HOUR = 3_600_000;

/** Lets hours pass, then polls. */
async function pollAfter(id: string, hours: number): Promise<void> {
	stage().sandbox.clock.advance(hours * HOUR);
	await stage().host.poll(id);
	await stage().quiet();
}

/** The events that were told, with their bookings. */
function events(id: string): unknown[] {
	return stage()
		.told(id)
		.map(({ event, id: booking }) => [event, booking]);
}

describe.each(bothCredentials)('with %s', (authentication) => {
	it('tells what happens after it was published, each thing once', async () => {
		const id = await stage().look({ authentication });
		expect(events(id)).toEqual([]);

		const booking = await book(stage());
		await pollAfter(id, 0);
		await move(stage(), booking, '2026-03-02T14:00:00Z');
		await pollAfter(id, 0);
		await pollAfter(id, 0);
		await cancel(stage(), booking);
		await pollAfter(id, 0);
		await pollAfter(id, 0);

		expect(stage().told(id)).toEqual([
			{
				event: 'booking_created',
				...danasBooking(booking),
				eventKey: expect.any(String),
			},
			expect.objectContaining({
				event: 'booking_rescheduled',
				start: '2026-03-02T15:00:00.000+01:00',
				previousStart: '2026-03-02T13:00:00.000+01:00',
			}),
			expect.objectContaining({
				event: 'booking_cancelled',
				bookingState: 'cancelled',
				cancelledScope: 'booking',
			}),
		]);
	});
});

it('tells that a booking starts soon, once for each start, and that it has ended', async () => {
	const id = await stage().look({ minutesBefore: 120 });
	const booking = await book(stage(), { start: '2026-03-02T12:00:00.000Z' });
	// It is 8 o'clock, and 12:00 to 12:45 is booked.
	for (const hours of [1.9, 0, 0.2, 0]) await pollAfter(id, hours);
	expect(events(id)).toEqual([
		['booking_created', booking],
		['booking_starts_soon', booking],
	]);

	await move(stage(), booking, '2026-03-02T15:00:00Z');
	for (const hours of [0, 2, 1, 2, 2, 2]) await pollAfter(id, hours);

	expect(events(id).slice(2)).toEqual([
		['booking_rescheduled', booking],
		['booking_starts_soon', booking],
		['booking_ended', booking],
	]);
});

it('does not announce what has begun, but tells after a pause what happened in between', async () => {
	const id = await stage().look();
	await stage().host.deactivate(id);
	const booking = await book(stage(), { start: '2026-03-02T12:00:00.000Z' });
	await cancel(stage(), ids.appointments.confirmed);
	stage().sandbox.clock.advance(5 * 24 * HOUR);

	await stage().host.activate(pollWorkflow({}, id));
	await stage().quiet();
	await pollAfter(id, 0);

	expect(events(id).sort()).toEqual([
		['booking_cancelled', ids.appointments.confirmed],
		['booking_created', booking],
		['booking_ended', booking],
	]);
});

it('tells of each who joins a group, and of each who leaves', async () => {
	const id = await stage().look();
	const group = { meetingTypeId: ids.meetingTypes.group, start: '2026-03-12T12:00:00.000Z' };

	await book(stage(), { ...group, attendee: attendeeOf({ email: 'third@example.net' }) });
	await pollAfter(id, 0);
	await cancel(stage(), ids.appointments.group, { attendeeId: ids.attendees.groupFirst });
	await pollAfter(id, 0);

	expect(stage().told(id)).toEqual([
		expect.objectContaining({
			event: 'booking_created',
			id: ids.appointments.group,
			attendeeEmail: 'third@example.net',
		}),
		expect.objectContaining({
			event: 'booking_cancelled',
			id: ids.appointments.group,
			bookingState: 'confirmed',
			cancelledScope: 'attendee',
			leftAttendeeIds: ids.attendees.groupFirst,
		}),
	]);
});

it('follows a booking that is moved out of the window', async () => {
	const id = await stage().look({ window: { daysAhead: 20 } });

	await move(stage(), ids.appointments.confirmed, '2026-05-20T09:00:00Z');
	await pollAfter(id, 0);
	await pollAfter(id, 0);

	expect(events(id)).toEqual([['booking_rescheduled', ids.appointments.confirmed]]);
});

it('tells of a booking beyond the window as soon as it is in it', async () => {
	const id = await stage().look({ window: { daysAhead: 5 } });
	const booking = await book(stage(), { start: '2026-03-12T09:00:00.000Z' });
	await pollAfter(id, 0);
	expect(events(id)).toEqual([]);

	await pollAfter(id, 5.5 * 24);

	expect(events(id)).toContainEqual(['booking_created', booking]);
	// These were there before the trigger was.
	expect(events(id)).not.toContainEqual(['booking_created', ids.appointments.group]);
});

it('sees the bookings of the hosts it is told, a shared one once', async () => {
	const everyone = await stage().look({ hosts: 'everyone' });
	const chosen = await stage().look({ hosts: 'chosen', hostIds: [ids.users.james] });
	const { appointments } = stage().sandbox.state;

	const lenas = await book(stage());
	const booking = appointments.get(lenas);
	if (booking === undefined) throw new Error('Nothing was booked');
	appointments.set(lenas, { ...booking, hostIds: [ids.users.lena, ids.users.james] });
	for (const id of [everyone, chosen]) await pollAfter(id, 0);

	expect(events(everyone)).toEqual([['booking_created', lenas]]);
	expect(events(chosen)).toEqual([['booking_created', lenas]]);
});

it.each([
	[[ids.meetingTypes.oneToOne], 1],
	[[ids.meetingTypes.oneToOne, ids.meetingTypes.member], 1],
	[[ids.meetingTypes.group], 0],
])('looks at the meeting types %j', async (meetingTypeIds, count) => {
	const id = await stage().look({ filters: { meetingTypeIds } });

	await book(stage());
	await pollAfter(id, 0);

	expect(events(id)).toHaveLength(count);
});

it('tells of nothing that Trigger On does not name', async () => {
	const id = await stage().look({ events: ['booking_cancelled'] });

	const booking = await book(stage());
	await pollAfter(id, 0);
	await cancel(stage(), booking);
	await pollAfter(id, 0);

	expect(events(id)).toEqual([['booking_cancelled', booking]]);
});

it('begins anew with other settings, and forgets nothing', async () => {
	const id = await stage().look();
	await stage().host.deactivate(id);
	await book(stage(), { meetingTypeId: ids.meetingTypes.mila, hostIds: [ids.users.mila] });
	stage().sandbox.clock.advance(HOUR);
	await cancel(stage(), ids.appointments.confirmed);

	await stage().host.activate(pollWorkflow({ hosts: 'everyone' }, id));
	await stage().quiet();

	expect(events(id)).toEqual([['booking_cancelled', ids.appointments.confirmed]]);
});

describe('Fetch Test Event', () => {
	it('shows the latest booking, and leaves everything to be told', async () => {
		const workflow = pollWorkflow();
		await stage().host.activate(workflow);
		const booking = await book(stage());

		const { nodes } = await stage().host.fetchTestEvent(workflow);
		await pollAfter(workflow.id, 0);

		expect(nodes.get('Trigger')?.outputs[0]?.map(({ json }) => json)).toEqual([
			expect.objectContaining({ event: 'booking_created', id: booking }),
		]);
		expect(events(workflow.id)).toContainEqual(['booking_created', booking]);
	});

	it('says what is missing where there is none', async () => {
		stage().sandbox.state.appointments.clear();

		const { error } = await stage().host.fetchTestEvent(pollWorkflow());

		expect(error?.message).toBe('There is no booking yet to show as a test event');
	});
});
