import { DateTime } from 'luxon';
import type { Appointment } from '../../../sandbox/records/bookings.cts';
import { appointments, moments, records, useExample, ZONE } from './stage.cts';

describe.each(moments)('at %s', (_name, now) => {
	const stage = useExample('daily-agenda-per-host.json', now);
	const today = DateTime.fromISO(now, { zone: ZONE });
	const isToday = ({ start }: Appointment) => DateTime.fromISO(start).hasSame(today, 'day');

	/** What every host has ahead today, by mail address, in order of time. */
	function dayByHost(): Map<string, Appointment[]> {
		const days = new Map<string, Appointment[]>();
		for (const appointment of appointments(stage).filter(isToday)) {
			for (const hostId of appointment.cancel === null ? appointment.hostIds : []) {
				const { email = '' } = stage.sandbox.state.users.get(hostId) ?? {};
				days.set(email, [...(days.get(email) ?? []), appointment]);
			}
		}
		return days;
	}

	it('writes each host one mail with all bookings of today, the earliest first', async () => {
		const { appointments: book } = stage.sandbox.state;
		// A meeting of two hosts, which the list has once, behind the later ones of the second host.
		const [first] = appointments(stage).filter((one) => isToday(one) && one.cancel === null);
		const second = appointments(stage).find(({ hostIds }) => hostIds[0] !== first?.hostIds[0]);
		if (!first || !second) throw new Error('The example sandbox lacks bookings');
		book.set(first.id, { ...first, hostIds: [...first.hostIds, ...second.hostIds] });
		const expected = dayByHost();
		expect(expected.size).toBeGreaterThan(1);

		const mails = records(await stage.run(), 'Mail');

		expect(mails.map(({ to }) => to).sort()).toEqual([...expected.keys()].sort());
		for (const { to, subject, text } of mails) {
			const day = expected.get(String(to)) ?? [];
			const count = day.length === 1 ? '1 meeting' : `${day.length} meetings`;
			expect(subject).toBe(`${today.setLocale('en').toFormat('cccc, d LLLL')}: ${count}`);
			const times = [...String(text).matchAll(/^(\d\d:\d\d) - \d\d:\d\d {2}.* with (.+)$/gm)];
			expect(times.map(([, time, name]) => ({ time, name }))).toEqual(
				day.map(({ start, attendees }) => ({
					time: DateTime.fromISO(start, { zone: ZONE }).toFormat('HH:mm'),
					name: attendees[0]?.fullname,
				})),
			);
		}
	});
});

describe('a day without bookings', () => {
	const stage = useExample('daily-agenda-per-host.json');

	it('sends no mail', async () => {
		stage.sandbox.state.appointments.clear();

		const result = await stage.run();

		expect(result.status).toBe('success');
		expect(records(result, 'Mail')).toEqual([]);
	});
});
