import type { CalendarConnection } from '../records/calendars.cts';
import type { State } from '../state.cts';
import { ids } from './wellKnown.cts';

type Own = 'id' | 'userId' | 'provider' | 'email' | 'isPrimary' | 'calendars' | 'primaryCalendar';

const CREATED = '2025-09-01T08:00:00.000Z';

/** The calendars of Lena and James. */
export function seedCalendarConnections(state: State): void {
	const { lenaGoogle, lenaOutlook, jamesGoogle } = ids.calendarConnections;
	const { lena, james } = ids.users;
	const all = [
		connection({
			id: lenaGoogle,
			userId: lena,
			provider: 'google',
			email: 'lena.okafor@example.org',
			isPrimary: true,
			calendars: ['lena.okafor@example.org', 'field-work@group.example.org'],
			primaryCalendar: 'lena.okafor@example.org',
		}),
		connection({
			id: lenaOutlook,
			userId: lena,
			provider: 'outlook',
			email: 'lena@example.com',
			isPrimary: false,
			calendars: ['AQMkADAwPrivate='],
			primaryCalendar: 'AQMkADAwPrivate=',
		}),
		connection({
			id: jamesGoogle,
			userId: james,
			provider: 'google',
			email: 'james.whitfield@example.org',
			isPrimary: true,
			calendars: ['james.whitfield@example.org'],
			primaryCalendar: 'james.whitfield@example.org',
		}),
	];
	for (const each of all) state.calendarConnections.set(each.id, each);
}

function connection(own: Pick<CalendarConnection, Own>): CalendarConnection {
	return {
		...own,
		companyId: ids.company,
		isConnected: true,
		selectedCalendars: [own.primaryCalendar],
		validateAvailability: true,
		cancelIfDeclinedOrDeleted: false,
		disableAttendeeNotification: false,
		syncBuffersToCalendar: false,
		createdAt: CREATED,
		updatedAt: CREATED,
	};
}
