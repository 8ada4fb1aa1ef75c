import type { Appointment } from '../../api/appointments';
import { type Instant, readInstant } from '../../fields/instant';
import { moment } from '../../fields/time';

/** Bookings that are over are still annotated; those to come are seldom further ahead. */
const DAYS_BEFORE = 30;
const DAYS_AFTER = 365;

/** meetergo cannot be asked for changes, so bookings are read within a window and compared here. */
export const changedSince = moment({
	displayName: 'Changed Since',
	name: 'changedSince',
	placeholder: 'e.g. 2026-03-02T06:00:00',
	description:
		'Only bookings made, moved, cancelled or edited since. Reads what starts from 30 days before it to a year from now, unless Starts After and Before say otherwise. Switch on Return All to miss none.',
});

/** A window of starts, open where nothing is given. */
export interface StartWindow {
	readonly from?: Instant;
	readonly until?: Instant;
}

/**
 * The window in which changes since a time are looked for. What the user gives stays; the other end is far enough from it.
 * @param now ms; a time long past says nothing about how far ahead bookings are
 */
export function windowOfChanges(
	{ from, until }: StartWindow,
	since: Instant,
	now = Date.now(),
): StartWindow {
	const latest = [since, ...(from ? [from] : [])].reduce((a, b) => (a < b ? b : a));
	const earliest = until !== undefined && until < since ? until : since;
	const ahead = Math.max(0, now - latest.toMillis());
	return {
		from: from ?? earliest.minus({ days: DAYS_BEFORE }),
		until: until ?? latest.plus(ahead).plus({ days: DAYS_AFTER }),
	};
}

/** Whether a booking changed at or after a time. One that does not tell when it changed may have. */
export function hasChanged(booking: Appointment, since: Instant): boolean {
	const { updatedAt, createdAt, rescheduledAt, cancel } = booking;
	const times = [updatedAt, createdAt, rescheduledAt, cancel?.actionAt].flatMap((text) => {
		const reading = readInstant(text, 'UTC');
		return 'instant' in reading ? [reading.instant] : [];
	});
	return times.length === 0 || times.some((time) => time >= since);
}
