import { searchBookings } from './bookings';
import { searchCalendarConnections } from './calendarConnections';
import { searchContacts } from './contacts';
import { getFormQuestions } from './formQuestions';
import { getMeetingTypes, searchMeetingTypes } from './meetingTypes';
import { searchPendingBookings } from './pendingBookings';
import { searchSchedules } from './schedules';
import { getHosts, searchActingUsers, searchUsers } from './users';

/** What fills *From List* of the locators. */
export const listSearch = {
	searchActingUsers,
	searchBookings,
	searchCalendarConnections,
	searchContacts,
	searchMeetingTypes,
	searchPendingBookings,
	searchSchedules,
	searchUsers,
};

/** What fills fields that take several entries. */
export const loadOptions = { getHosts, getMeetingTypes };

/** What tells the fields that come from meetergo. */
export const resourceMapping = { getFormQuestions };
