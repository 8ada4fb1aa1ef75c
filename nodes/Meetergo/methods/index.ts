import type { ILoadOptionsFunctions } from 'n8n-workflow';

type Method<A extends unknown[], R> = (this: ILoadOptionsFunctions, ...given: A) => Promise<R>;

/** A method whose module is loaded when it is called: the node is made much more often than a list is opened. */
function later<A extends unknown[], R>(load: () => Promise<Method<A, R>>): Method<A, R> {
	return async function call(this: ILoadOptionsFunctions, ...given: A): Promise<R> {
		const method = await load();
		return await method.apply(this, given);
	};
}

/** What fills *From List* of the locators. */
export const listSearch = {
	searchActingUsers: later(async () => (await import('./users')).searchActingUsers),
	searchBookings: later(async () => (await import('./bookings')).searchBookings),
	searchCalendarConnections: later(
		async () => (await import('./calendarConnections')).searchCalendarConnections,
	),
	searchContacts: later(async () => (await import('./contacts')).searchContacts),
	searchMeetingTypes: later(async () => (await import('./meetingTypes')).searchMeetingTypes),
	searchPendingBookings: later(
		async () => (await import('./pendingBookings')).searchPendingBookings,
	),
	searchSchedules: later(async () => (await import('./schedules')).searchSchedules),
	searchUsers: later(async () => (await import('./users')).searchUsers),
};

/** What fills fields that take several entries. */
export const loadOptions = {
	getHosts: later(async () => (await import('./users')).getHosts),
	getMeetingTypes: later(async () => (await import('./meetingTypes')).getMeetingTypes),
};

/** What tells the fields that come from meetergo. */
export const resourceMapping = {
	getFormQuestions: later(async () => (await import('./formQuestions')).getFormQuestions),
};
