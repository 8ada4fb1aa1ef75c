import { searchBookings } from './bookings';
import { searchCalendarConnections } from './calendarConnections';
import { searchMeetingTypes } from './meetingTypes';
import { searchPendingBookings } from './pendingBookings';
import { searchSchedules } from './schedules';
import { getHosts, searchActingUsers, searchUsers } from './users';

/** What fills *From List* of the locators. */
export const listSearch = {
	searchActingUsers,
	searchBookings,
	searchCalendarConnections,
	searchMeetingTypes,
	searchPendingBookings,
	searchSchedules,
	searchUsers,
};

/** What fills fields that take several entries. */
export const loadOptions = { getHosts };
