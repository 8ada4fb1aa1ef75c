import { DateTime } from 'luxon';

import { seedBookings } from './seed/bookings.cts';
import { seedCalendarConnections } from './seed/calendarConnections.cts';
import { seedContacts } from './seed/contacts.cts';
import { seedForms } from './seed/forms.cts';
import { seedMeetingTypes } from './seed/meetingTypes.cts';
import { seedPeople } from './seed/people.cts';
import type { State } from './state.cts';

export { credentials, ids } from './seed/wellKnown.cts';

/** The Monday at which the clock starts when nothing else is asked for. */
export const STORY_START = '2026-03-02T08:00:00Z';

/**
 * Fills a state from nothing. Dates hang on the week of `now`; the same arguments lead to the same
 * state, ids included.
 */
export function seedState(state: State, now: string, bookings: number): void {
	state.clear();
	const monday = DateTime.fromISO(now, { zone: 'utc' }).startOf('week');
	seedPeople(state, monday);
	seedCalendarConnections(state);
	seedContacts(state);
	seedForms(state);
	seedMeetingTypes(state);
	seedBookings(state, monday, bookings);
}
