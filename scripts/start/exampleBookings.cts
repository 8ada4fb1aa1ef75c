import { DateTime } from 'luxon';
import { generated, HOSTS } from '../../sandbox/seed/bookings.cts';
import type { State } from '../../sandbox/state.cts';

/** A week back, so that this week is full whatever day it is, and tomorrow. */
const FIRST_DAY = -7;
const LAST_DAY = 1;

const TIMES = [
	{ hour: 9, minute: 0 },
	{ hour: 13, minute: 30 },
];

/** The seed takes the first numbers. */
const FIRST_NUMBER = 100;

/** Fills the days around today: every host has two bookings on each, in the zone of `now`. */
export function addExampleBookings(state: State, now: DateTime<true>): void {
	let number = FIRST_NUMBER;
	for (let day = FIRST_DAY; day <= LAST_DAY; day += 1) {
		for (const time of TIMES) {
			const start = now.startOf('day').plus({ days: day }).set(time);
			for (const host of HOSTS) {
				const created = DateTime.min(start, now).minus({ days: 1 + (number % 20) });
				const booking = generated(number, host, start.toMillis(), created.toJSDate().toISOString());
				state.appointments.set(booking.id, booking);
				number += 1;
			}
		}
	}
}
