import { offsets, wholeList, zeroBasedPages } from '../transport/paginate';
import { v4 } from '../transport/path';
import type {
	Appointment,
	Availability,
	CalendarConnection,
	MeetingType,
	ProvisionalBooking,
	User,
} from './records';

/* How the lists of the API are paged, in one place: operations and dropdowns read the same lists. */

/** Users of the company; needs an admin. */
export const users = offsets<User>({
	path: v4`/user`,
	key: 'users',
	id: ({ id }) => id,
	largestPage: 100,
});

/** Meeting types of the acting user. Newer servers answer with the bare list. */
export const meetingTypes = wholeList<MeetingType>({
	path: v4`/meeting-type`,
	key: 'meetingTypes',
	id: ({ id }) => id,
});

/** Schedules of the acting user. */
export const availabilities = wholeList<Availability>({
	path: v4`/availability`,
	id: ({ id }) => id,
});

/** Bookings of the acting user, or of another one with the query `userId`; cancelled ones included. */
export const appointments = zeroBasedPages<Appointment>({
	path: v4`/appointment/paginated`,
	key: 'appointments',
	id: ({ id }) => id,
	largestPage: 100,
});

/** Today's bookings of the acting user, cancelled ones included. */
export const appointmentsToday = wholeList<Appointment>({
	path: v4`/appointment/today`,
	id: ({ id }) => id,
});

/** Bookings that wait for a confirmation, or did: the query `status` tells which. Paged as bookings are, for all we know. */
export const provisionalBookings = zeroBasedPages<ProvisionalBooking>({
	path: v4`/provisional-booking/paginated`,
	key: 'provisionalBookings',
	id: ({ id }) => id,
	largestPage: 100,
});

/** Calendars connected by the acting user, or by another one with the query `userId`. */
export const calendarConnections = wholeList<CalendarConnection>({
	path: v4`/calendar-connections/connections`,
	key: 'connections',
	id: ({ id }) => id,
});
