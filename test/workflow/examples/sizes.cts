import { atScale } from '../../scale.cts';

export const SYNC_BOOKINGS = 'sync-bookings-to-crm.json';

/** Of how many bookings an example finds one: the other examples take a few of them, and this one every booking of a month. */
export function oneBookingOf(file: string): number {
	return file === SYNC_BOOKINGS ? atScale(1, 6) : 1;
}
