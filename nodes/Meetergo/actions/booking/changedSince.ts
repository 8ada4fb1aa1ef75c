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
		'Only bookings made, moved, cancelled or edited since. Reads what starts from 30 days before to a year after, unless Starts After and Before say otherwise.',
});

/** A window of starts, open where nothing is given. */
export interface StartWindow {
	readonly from?: Instant;
	readonly until?: Instant;
}

/** The window in which changes since a time are looked for. */
export function windowOfChanges({ from, until }: StartWindow, since: Instant): StartWindow {
	return {
		from: from ?? since.minus({ days: DAYS_BEFORE }),
		until: until ?? since.plus({ days: DAYS_AFTER }),
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
