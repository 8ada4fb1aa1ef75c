import { DateTime } from 'luxon';
import type { Appointment, Attendee } from '../../../sandbox/records/bookings.cts';
import { ids } from '../../../sandbox/seed.cts';
import { appointments, type ExampleStage, moments, records, useExample, writes } from './stage.cts';

const FILE = 'after-the-meeting-follow-up.json';

/** The last booking that is over, of attendees who differ from the usual one as said. */
function ended(stage: ExampleStage, ...attendees: ReadonlyArray<Partial<Attendee>>): Appointment {
	const { state, clock } = stage.sandbox;
	const booking = appointments(stage)
		.filter(({ end, cancel }) => cancel === null && end <= clock.iso())
		.at(-1);
	const [attendee] = booking?.attendees ?? [];
	if (!booking || !attendee) throw new Error('The example sandbox lacks bookings');
	const changed = { ...booking, attendees: attendees.map((one) => ({ ...attendee, ...one })) };
	state.appointments.set(changed.id, changed);
	return changed;
}

/** A contact whose meeting was cancelled, and one who has another meeting. */
const chidi = { email: 'chidi.eriksen@example.net', fullname: 'Chidi Eriksen' };
const tomas = { email: 'tomas.berg@example.net', fullname: 'Tomas Berg' };

describe.each(moments)('at %s', (_name, now) => {
	const stage = useExample(FILE, now);

	it('offers a link to who has no next meeting, and names it to who has', async () => {
		const stranger = { email: 'nora.haugen@example.net', fullname: 'Nora Haugen' };
		const booking = ended(stage, chidi, tomas, stranger);

		const result = await stage.run({ pinned: await stage.told('booking_ended', { booking }) });

		const links = [...stage.sandbox.state.oneTimeLinks.values()];
		expect(links.map(({ meetingTypeId }) => meetingTypeId)).toEqual([
			ids.meetingTypes.oneToOne,
			ids.meetingTypes.oneToOne,
		]);
		const offers = records(result, 'Book the next one');
		expect(offers.map(({ to }) => to).sort()).toEqual([chidi.email, stranger.email]);
		const told = offers.map(({ text }) => /https:\S+/.exec(String(text))?.[0]);
		expect(told.sort()).toEqual(links.map(({ url }) => url).sort());
		expect(String(offers[0]?.text)).toMatch(
			/^Dear Chidi Eriksen,\n\nthank you for the meeting with /,
		);

		const next = stage.sandbox.state.appointments.get(ids.appointments.confirmed);
		const start = DateTime.fromISO(next?.start ?? '', { zone: 'Europe/Oslo', locale: 'en' });
		const day = start.toFormat("cccc, d LLLL 'at' HH:mm");
		expect(records(result, 'See you then')).toEqual([
			expect.objectContaining({
				to: tomas.email,
				text: expect.stringContaining(`We see you again on ${day} (Europe/Oslo).`),
			}),
		]);
		expect(records(result, 'Not followed up')).toEqual([]);
		expect(writes(stage)).toEqual(links.map(() => expect.stringMatching(/one-time/)));
		expect(stage.exchanges).toHaveLength(6);
	});
});

describe('others', () => {
	const stage = useExample(FILE);

	it('writes to nobody whose contact could not be looked for, and says why', async () => {
		const booking = ended(stage, chidi);
		stage.sandbox.faults.add({ kind: 'status', status: 403, path: '^/crm' });

		const result = await stage.run({ pinned: await stage.told('booking_ended', { booking }) });

		expect(records(result, 'Not followed up')).toEqual([
			{
				booking_id: booking.id,
				attendee: chidi.fullname,
				email: chidi.email,
				why: expect.stringMatching(/^meetergo did not allow this/),
			},
		]);
		expect(stage.sandbox.state.oneTimeLinks.size).toBe(0);
	});

	it('leaves out who has no mail address', async () => {
		const booking = ended(stage, { email: null, phone: '+47 22 55 01 77' });

		const result = await stage.run({ pinned: await stage.told('booking_ended', { booking }) });

		expect(result.status).toBe('success');
		expect(stage.exchanges).toEqual([]);
	});
});
