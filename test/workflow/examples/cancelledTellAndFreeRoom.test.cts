import { DateTime } from 'luxon';
import type { Appointment } from '../../../sandbox/records/bookings.cts';
import { ids } from '../../../sandbox/seed.cts';
import { happenings } from '../../../scripts/start/happenings.cts';
import { appointments, type ExampleStage, moments, records, useExample, ZONE } from './stage.cts';

const FILE = 'cancelled-tell-and-free-room.json';

const inZone = (instant: string) => DateTime.fromISO(instant, { zone: ZONE });

/** As people in Vienna say it. */
const spoken = (instant: string) =>
	inZone(instant).setLocale('en').toFormat("cccc, d LLLL 'at' HH:mm");

function cancelled(stage: ExampleStage, changes: Partial<Appointment>): Appointment {
	const booking = appointments(stage).find(({ cancel }) => cancel !== null);
	if (!booking) throw new Error('The example sandbox lacks a cancelled booking');
	const changed = { ...booking, ...changes };
	stage.sandbox.state.appointments.set(changed.id, changed);
	return changed;
}

describe.each(moments)('at %s', (_name, now) => {
	const stage = useExample(FILE, now);

	it('tells the channel that a meeting is off, and frees its room', async () => {
		const location = 'Room 4, first floor';
		const booking = cancelled(stage, { channel: 'local', location });
		const facts = { cancelledScope: 'booking' } as const;
		const { meetingInfo } = stage.sandbox.state.meetingTypes.get(booking.meetingTypeId) ?? {};
		const host = stage.sandbox.state.users.get(booking.hostIds[0] ?? '');

		const pinned = await stage.told('booking_cancelled', { booking, facts });
		const result = await stage.run({ pinned });

		expect(records(result, 'Tell the channel')).toEqual([
			{
				channel: '#bookings',
				text: `Cancelled: ${meetingInfo?.name} of ${booking.attendees[0]?.fullname} with ${host?.givenName} ${host?.familyName} on ${spoken(booking.start)}. Reason: Host is ill`,
			},
		]);
		expect(records(result, 'Free the room')).toEqual([
			{
				booking_id: booking.id,
				room: location,
				from: inZone(booking.start).toISO(),
				until: inZone(booking.end).toISO(),
				state: 'free',
			},
		]);
		expect(records(result, 'A seat is free')).toEqual([]);
		expect(stage.exchanges).toEqual([]);
	});

	it('tells of the seat that is free when one of several leaves, and keeps the room', async () => {
		const [left] = await happenings.booking_cancelled(stage.sandbox);
		if (!left) throw new Error('The example sandbox lacks a group');

		const result = await stage.run({ pinned: await stage.told('booking_cancelled', left) });

		const group = stage.sandbox.state.appointments.get(ids.appointments.group);
		expect(records(result, 'A seat is free')).toEqual([
			{
				channel: '#bookings',
				text: `A seat is free: Heat pump workshop with Lena Okafor on ${spoken(group?.start ?? '')}. 1 attendee stays.`,
			},
		]);
		expect(records(result, 'Tell the channel')).toEqual([]);
		expect(records(result, 'Free the room')).toEqual([]);
	});
});

describe('a meeting online', () => {
	const stage = useExample(FILE);

	it('frees no room, and gives no reason where there is none', async () => {
		const { cancel } = cancelled(stage, {});
		const booking = cancelled(stage, { cancel: cancel && { ...cancel, reason: null } });

		const facts = { cancelledScope: 'booking' } as const;
		const pinned = await stage.told('booking_cancelled', { booking, facts });
		const result = await stage.run({ pinned });

		const [{ text } = {}] = records(result, 'Tell the channel');
		expect(text).toMatch(/at \d\d:\d\d\.$/);
		expect(records(result, 'Free the room')).toEqual([]);
	});
});
