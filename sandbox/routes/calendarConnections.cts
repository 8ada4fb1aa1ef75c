import type { Json } from '../../contract/json.cts';
import { subject } from '../access.cts';
import { notFound, refusal } from '../errors.cts';
import { secretOf } from '../ids.cts';
import type { CalendarConnection } from '../records/calendars.cts';
import { text, texts } from '../values.cts';
import { calendarConnectionOnWire } from '../wire.cts';
import { ok, type Answer, type Call, type Route } from './route.cts';

const SWITCHES = [
	'validateAvailability',
	'cancelIfDeclinedOrDeleted',
	'disableAttendeeNotification',
	'syncBuffersToCalendar',
] as const;

/** Those that are connected by asking the provider; the others want a password. */
const OAUTH = ['google', 'outlook'];

/** The connections of the caller, or for admins of the user that the query names. */
function connectionsOf(call: Call): CalendarConnection[] {
	const { caller, state, query } = call;
	const user = subject(call, caller, text(query.userId));
	return [...state.calendarConnections.values()].filter(({ userId }) => userId === user.id);
}

function listCalendarConnections(call: Call): Answer {
	const connections = connectionsOf(call);
	return ok({
		connections: connections.map(calendarConnectionOnWire),
		total: connections.length,
	});
}

function updateCalendarConnection(call: Call): Answer {
	const { state, clock, params, body } = call;
	const connection = connectionsOf(call).find(({ id }) => id === params.connectionId);
	if (!connection) throw notFound('Calendar connection');
	const { primaryCalendar, selectedCalendars, calendars } = connection;
	const changed: CalendarConnection = {
		...connection,
		...switchesOf(body),
		primaryCalendar: text(body.primaryCalendar) ?? primaryCalendar,
		selectedCalendars: body.selectedCalendars ? texts(body.selectedCalendars) : selectedCalendars,
		updatedAt: clock.iso(),
	};
	for (const field of ['primaryCalendar', 'selectedCalendars'] as const) {
		const unknown = [changed[field]].flat().some((id) => !calendars.includes(id));
		if (unknown) throw refusal(400, [`${field} must be calendars of this connection`]);
	}
	state.calendarConnections.set(changed.id, changed);
	return { status: 200 };
}

function switchesOf(body: Json): Partial<CalendarConnection> {
	return Object.fromEntries(
		SWITCHES.filter((name) => name in body).map((name) => [name, body[name]]),
	);
}

/** The address says what a click there would connect. Nothing answers at it. */
function getCalendarAuthUrl(call: Call): Answer {
	const { caller, state, params, query } = call;
	const provider = params.provider ?? '';
	if (!OAUTH.includes(provider)) {
		throw refusal(400, [`provider must be one of the following values: ${OAUTH.join(', ')}`]);
	}
	const user = subject(call, caller, text(query.userId));
	const url = new URL(`https://${provider}.example.com/authorize`);
	const number = state.ids.number('calendar authorisation');
	url.searchParams.set('state', secretOf(`calendar authorisation ${user.id}`, number));
	for (const name of ['redirectUrl', 'setAsCalendarSync']) {
		if (name in query) url.searchParams.set(name, String(query[name]));
	}
	return ok({ authUrl: url.href, provider });
}

export const routes: readonly Route[] = [
	{ operationId: 'listCalendarConnections', handle: listCalendarConnections },
	{ operationId: 'updateCalendarConnection', handle: updateCalendarConnection },
	{ operationId: 'getCalendarAuthUrl', handle: getCalendarAuthUrl },
];
