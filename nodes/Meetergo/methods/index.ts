import { searchBookings } from './bookings';
import { searchMeetingTypes } from './meetingTypes';
import { getHosts, searchUsers } from './users';

/** What fills *From List* of the locators. */
export const listSearch = { searchBookings, searchMeetingTypes, searchUsers };

/** What fills fields that take several entries. */
export const loadOptions = { getHosts };
