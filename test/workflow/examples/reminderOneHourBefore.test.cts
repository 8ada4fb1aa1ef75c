import { DateTime } from 'luxon';
import type { Appointment, Attendee } from '../../../sandbox/records/bookings.cts';
import { appointments, type ExampleStage, moments, records, useExample } from './stage.cts';

const FILE = 'reminder-one-hour-before.json';

/** A booking that begins in 57 minutes, of attendees who differ from the usual one as said. */
function startingSoon(
	stage: ExampleStage,
	attendees: ReadonlyArray<Partial<Attendee>>,
	changes: Partial<Appointment> = {},
): Appointment {
	const { state, clock } = stage.sandbox;
	const [booking] = appointments(stage);
	const [attendee] = booking?.attendees ?? [];
	if (!booking || !attendee) throw new Error('The example sandbox lacks bookings');
	const start = clock.now().startOf('minute').plus({ minutes: 57 });
	const changed = {
		...booking,
		start: start.toJSDate().toISOString(),
		end: start.plus({ minutes: 30 }).toJSDate().toISOString(),
		attendees: attendees.map((one) => ({ ...attendee, ...one })),
		...changes,
	};
	state.appointments.set(changed.id, changed);
	return changed;
}

describe.each(moments)('at %s', (_name, now) => {
	const stage = useExample(FILE, now);

	it('tells each attendee when it begins where they are, and where to join', async () => {
		const booking = startingSoon(stage, [
			{ fullname: 'Nora Haugen', email: 'nora@example.net', timezone: 'Asia/Tokyo' },
			{ fullname: 'Ana Reis', email: 'ana@example.net', timezone: null },
		]);
		const { meetingInfo } = stage.sandbox.state.meetingTypes.get(booking.meetingTypeId) ?? {};
		const host = stage.sandbox.state.users.get(booking.hostIds[0] ?? '');
		const meeting = `${meetingInfo?.name} with ${host?.givenName} ${host?.familyName}`;

		const result = await stage.run({
			pinned: await stage.told('booking_starts_soon', { booking }),
		});

		const at = (zone: string) =>
			DateTime.fromISO(booking.start, { zone, locale: 'en' }).toFormat(
				"HH:mm 'on' cccc, d LLLL (z)",
			);
		const subject = `${meeting} begins soon`;
		const link = `Join here: https://meet.example.org/${booking.id}`;
		expect(records(result, 'Message')).toEqual([
			{
				to: 'nora@example.net',
				subject,
				text: `Dear Nora Haugen,\n\nyour ${meeting} begins at ${at('Asia/Tokyo')}.\n\n${link}`,
			},
			{
				to: 'ana@example.net',
				subject,
				text: `Dear Ana Reis,\n\nyour ${meeting} begins at ${at('Europe/Vienna')}.\n\n${link}`,
			},
		]);
		expect(stage.exchanges).toEqual([]);
	});
});

describe('others', () => {
	const stage = useExample(FILE);

	it('writes to the phone of who has no mail address, and nothing to who wants no reminder', async () => {
		const booking = startingSoon(stage, [
			{ email: null, phone: '+47 22 55 01 77' },
			{ receiveReminders: false },
			{ email: null, phone: null },
		]);

		const result = await stage.run({
			pinned: await stage.told('booking_starts_soon', { booking }),
		});

		expect(records(result, 'Message').map(({ to }) => to)).toEqual(['+47 22 55 01 77']);
	});

	it.each([
		['names the place of a meeting in person', 'local', 'Room 4', '\n\nWe meet here: Room 4'],
		['names nothing where somebody calls', 'phone', null, ''],
	])('%s', async (_what, channel, location, end) => {
		const booking = startingSoon(stage, [{}], { channel, location });

		const result = await stage.run({
			pinned: await stage.told('booking_starts_soon', { booking }),
		});

		const [{ text } = {}] = records(result, 'Message');
		expect(String(text).split(' (Europe/Oslo).')[1]).toBe(end);
	});
});
