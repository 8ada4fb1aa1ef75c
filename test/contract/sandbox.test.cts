import { record } from '../../contract/json.cts';
import { deviationsOf, loadContract } from '../../contract/validate.cts';
import { routes } from '../../sandbox/routes/index.cts';
import { credentials, ids } from '../../sandbox/seed.cts';
import { everyTask } from '../fault/taskList.cts';
import { requestOf } from '../fault/tasks.cts';
import { visit, type Visit, type Visitor } from '../unit/sandbox/visitor.cts';

const { confirmed, group } = ids.appointments;
const { meetingTypes, availabilities, contacts } = ids;
const attendeeId = ids.attendees.confirmed;
const { aroha, lena } = ids.users;
const BOOKING = '/v4/booking';
const SLOTS = '/v4/booking-availability';
const PENDING = '/v4/provisional-booking';
const CALENDARS = '/v4/calendar-connections';

const paging = { page: 0, pageSize: 10 };
const asLena = { token: credentials.platformKey, actAs: lena };
const newUser = {
	email: 'noah.fischer@example.org',
	givenName: 'Noah',
	familyName: 'Fischer',
	timezone: 'Europe/Vienna',
};
const newType = {
	meetingInfo: { name: 'Roof survey', description: '', duration: 30, channel: 'local' },
	options: { createOneTimeLink: true },
};
const newContact = {
	email: 'noor.haddad@example.net',
	tags: ['Lead'],
	additionalData: { industry: 'energy' },
};
const newWebhook = { endpoint: 'https://hooks.example.org/in', eventTypes: ['booking_created'] };
const holidays = { year: 2026, country: 'AT' };
const window = { start: '2026-03-09', end: '2026-03-14', timezone: 'Europe/Vienna' };

type Step = readonly [method: string, path: string, visit?: Visit];

function slotStep(query: NonNullable<Visit['query']>): Step {
	return ['GET', SLOTS, { query: { ...query, ...window } }];
}

/** The tests of all operations visit it, and hold it against the contract. */
function isAskedByTask(operationId: string): boolean {
	const { method, path } = requestOf(operationId);
	return everyTask.some(({ request }) => request.method === method && request.path === path);
}

/** Every route that no task asks, the refusals that clients meet, and both kinds of credential. */
const tour: readonly Step[] = [
	['GET', '/v4/user/me'],
	['GET', '/v4/user/me', { token: credentials.expiredToken }],
	['GET', '/v4/user/me', { token: credentials.starterPlanToken }],
	['GET', '/v4/user/me', { token: credentials.platformKey }],
	['GET', '/v4/user', { query: { limit: 2, offset: 1, userType: 'standard' } }],
	['GET', '/v4/user', { token: credentials.memberToken }],
	['POST', '/v4/user', { token: credentials.platformKey, body: newUser }],
	['POST', '/v4/user', { token: credentials.platformKey, body: newUser }],
	['PATCH', `/v4/user/${aroha}`, { ...asLena, body: { slug: 'aroha-n' } }],
	['PATCH', `/v4/user/${aroha}`, { ...asLena, body: { slug: 'lena-okafor' } }],
	['DELETE', `/v4/user/${aroha}`, asLena],
	['DELETE', `/v4/user/${aroha}`, asLena],
	['DELETE', `/v4/user/${lena}`, asLena],
	['GET', '/v4/meeting-type'],
	['GET', '/v4/meeting-type', asLena],
	['GET', `/v4/meeting-type/${meetingTypes.oneToOne}`],
	['GET', `/v4/meeting-type/${meetingTypes.foreign}`],
	['POST', '/v4/meeting-type', { body: newType }],
	['POST', '/v4/meeting-type', { body: newType }],
	['PATCH', `/v4/meeting-type/${meetingTypes.phoneOnly}`, { body: { slug: 'Ring back' } }],
	['PATCH', `/v4/meeting-type/${meetingTypes.phoneOnly}`, { body: { slug: 'Site survey' } }],
	['DELETE', `/v4/meeting-type/${meetingTypes.phoneOnly}`, asLena],
	['DELETE', `/v4/meeting-type/${meetingTypes.phoneOnly}`, asLena],
	['DELETE', `/v4/meeting-type/${meetingTypes.durations}`, { query: { deleteAvailability: true } }],
	['DELETE', `/v4/meeting-type/${meetingTypes.member}`, { query: { deleteAvailability: true } }],
	['POST', '/v4/import', { body: { url: 'https://calendly.com/lena' } }],
	['POST', '/v4/import', { ...asLena, body: { url: 'https://example.org/lena' } }],
	['GET', '/v4/availability'],
	['GET', '/availability', asLena],
	['GET', `/v4/availability/${availabilities.lena}`],
	['POST', '/v4/availability', { body: { name: 'Summer', timezone: 'UTC', schedule: {} } }],
	['PATCH', `/v4/availability/${availabilities.lena}`, { body: { name: 'Office' } }],
	['PATCH', `/availability/${availabilities.lena}/holiday-exceptions`, { body: holidays }],
	['PATCH', `/v4/availability/${availabilities.james}/holiday-exceptions`, { body: holidays }],
	['DELETE', `/v4/availability/${availabilities.lenaEvenings}`],
	['DELETE', `/v4/availability/${availabilities.lenaEvenings}`],
	['DELETE', `/v4/availability/${availabilities.lena}`],
	['DELETE', `/v4/availability/${availabilities.james}`],
	slotStep({ meetingTypeId: meetingTypes.oneToOne, hostIds: lena }),
	slotStep({ meetingTypeId: meetingTypes.group, hostIds: [lena], troubleshoot: true }),
	slotStep({ meetingTypeId: meetingTypes.queue, queueId: ids.queue, calculationMethod: 'anyone' }),
	slotStep({ meetingTypeId: meetingTypes.foreign, queueId: ids.queue }),
	slotStep({ meetingTypeId: meetingTypes.queue }),
	['GET', '/v4/appointment/paginated', { query: paging }],
	['GET', '/v4/appointment/paginated', { query: { ...paging, status: 'unheard of' } }],
	['GET', `/v4/appointment/${confirmed}`],
	['GET', `/v4/appointment/${ids.company}`],
	['GET', '/v4/appointment/today'],
	['GET', '/v4/appointment/current'],
	['PATCH', `/v4/appointment/${confirmed}/guest`, { body: { attendeeId, email: 'a@example.net' } }],
	['PATCH', `/v4/appointment/${group}/guest`, { body: { attendeeId, email: 'a@example.net' } }],
	['PATCH', `/v4/appointment/${confirmed}/notes`, { body: { note: 'Ring twice' } }],
	['PATCH', `/v4/appointment/${confirmed}/transcription`, { body: { summary: null } }],
	['POST', '/v4/attendee/quick-mail', { body: { attendeeId, title: 'PS', content: 'Hello' } }],
	['POST', '/v4/attendee/quick-mail', { body: { attendeeId, title: '', content: '' } }],
	['POST', `/v4/appointment/${confirmed}/reschedule`, { body: { start: '2026-03-10T12:00:00Z' } }],
	['POST', `/v4/appointment/${confirmed}/reschedule`, { body: { start: '2026-03-10T22:00:00Z' } }],
	['POST', `/v4/appointment/${confirmed}/cancel`, { body: {} }],
	['POST', `/v4/appointment/${confirmed}/cancel`, { body: {} }],
	['POST', `/v4/appointment/${group}/cancel`, { body: {} }],
	['POST', `/v4/appointment/${group}/cancel`, { body: { attendeeId: ids.attendees.groupFirst } }],
	['POST', `/v4/one-time-booking-link/create/${meetingTypes.oneToOne}`],
	['POST', `/v4/one-time-booking-link/create/${meetingTypes.foreign}`, asLena],
	['GET', `${CALENDARS}/connections`, { query: { userId: lena } }],
	[
		'PATCH',
		`${CALENDARS}/connections/${ids.calendarConnections.lenaGoogle}`,
		{ body: { syncBuffersToCalendar: true } },
	],
	['PATCH', `${CALENDARS}/connections/cc_nobody`, { body: {} }],
	['GET', `${CALENDARS}/auth/google/url`, { query: { redirectUrl: 'https://example.com/' } }],
	['GET', `${CALENDARS}/auth/icloud/url`],
	['GET', `/v4/queue/${ids.queue}`],
	['GET', `/v4/queue/${ids.company}`],
	['GET', `/v4/queue/${ids.queue}/next`, asLena],
	['GET', '/v4/data-field', { query: { limit: 5, offset: 10 } }],
	['GET', '/v4/data-field', asLena],
	['GET', '/v4/data-field', { token: credentials.schedulingOnlyToken }],
	['GET', `/v4/routing-form/${ids.routingForms.designReview}`],
	['GET', `/v4/routing-form/${ids.routingForms.supportSession}`, asLena],
	['GET', `/v4/routing-form/${ids.company}`],
	['GET', '/crm', { query: { searchTerm: 'berg', tags: ['Customer', 'Lead'], limit: 1 } }],
	['GET', '/crm', { token: credentials.platformKey, query: { sortBy: 'email', page: 2 } }],
	['GET', '/crm', { token: credentials.schedulingOnlyToken }],
	['GET', '/crm/details', { query: { contactId: contacts.farid } }],
	['GET', '/crm/details', { query: { attendeeId: ids.attendees.groupFirst } }],
	['GET', '/crm/details', { query: { contactId: contacts.foreign } }],
	['GET', '/crm/details'],
	['POST', '/crm', { body: newContact }],
	['POST', '/crm', { body: { ...newContact, email: 'b@example.net', crmCompanyId: lena } }],
	['PATCH', `/crm/${contacts.farid}`, { body: { title: 'Owner', crmCompanyId: null } }],
	['PATCH', `/crm/${contacts.foreign}`, { body: { title: 'Owner' } }],
	['GET', `/crm/contacts/${contacts.tomas}/activity`, { query: { types: 'email', limit: 1 } }],
	['GET', `/crm/contacts/${contacts.tomas}/activity`, { query: { cursor: 'nowhere' } }],
	['GET', `/crm/contacts/${contacts.foreign}/activity`],
	['GET', `/crm/contacts/${contacts.tomas}/emails`, { query: { limit: 1, offset: 1 } }],
	['GET', `/crm/contacts/${contacts.foreign}/emails`, asLena],
	['POST', '/crm/bulk', { body: { contacts: [newContact, { firstName: 'Nobody' }] } }],
	['POST', '/crm/bulk', { body: { contacts: [newContact], updateExisting: true } }],
	['POST', '/crm/bulk-delete', { body: { contactIds: [contacts.greta, contacts.foreign] } }],
	['DELETE', `/crm/${contacts.elif}`],
	['DELETE', `/crm/${contacts.elif}`],
	...Array.from({ length: 7 }, (): Step => ['POST', '/webhooks', { ...asLena, body: newWebhook }]),
	['POST', '/webhooks', { body: { ...newWebhook, endpoint: 'ftp://hooks.example.org/' } }],
	['GET', '/webhooks'],
	['GET', '/webhooks', { token: credentials.schedulingOnlyToken }],
	['PATCH', '/webhooks/1', { body: { eventTypes: ['booking_cancelled'], description: 'Feed' } }],
	['PATCH', '/webhooks/7', { body: { description: 'Feed' } }],
	['DELETE', '/webhooks/1', asLena],
	['DELETE', '/webhooks/1'],
];

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
});
afterEach(() => visitor.sandbox.close());

async function bookings(): Promise<void> {
	await visitor.book({});
	await visitor.book({});
	await visitor.book({ start: '2026-03-02T15:00:00+01:00' }, asLena);
	await visitor.book({ meetingTypeId: meetingTypes.group, start: '2026-03-12T12:00:00Z' });
	const own = { meetingTypeId: meetingTypes.queue, hostIds: undefined, queueId: ids.queue };
	await visitor.book({ ...own, start: '2026-03-03T15:00:00Z' });
	const waiting = { meetingTypeId: meetingTypes.hostConfirmation, start: '2026-03-03T09:00:00Z' };
	const first = record((await visitor.book(waiting)).body).provisionalBookingId;
	await visitor.book({ ...waiting, meetingTypeId: meetingTypes.doubleOptIn });
	const later = { ...waiting, start: '2026-03-03T10:00:00Z' };
	const second = record((await visitor.book(later)).body).provisionalBookingId;
	await visitor.ask('GET', `${PENDING}/paginated`, { query: { ...paging, all: true } });
	await visitor.ask('POST', `${PENDING}/${String(first)}/confirm`);
	await visitor.ask('POST', `${PENDING}/${String(second)}/decline`, { body: { reason: 'Ill' } });
	await visitor.ask('POST', `${PENDING}/${String(second)}/decline`, { body: {} });
}

it('a tour of every route departs nowhere from the contract', async () => {
	for (const [method, path, how] of tour) await visitor.ask(method, path, how);
	await bookings();
	expect(visitor.exchanges.flatMap(deviationsOf)).toEqual([]);
	const contract = loadContract();
	const seen = visitor.exchanges.map(({ method, path }) => contract.route(method, path));
	const visited = new Set(seen.map((route) => route?.operation.id));
	const unvisited = routes
		.map(({ operationId }) => operationId)
		.filter((id) => !visited.has(id) && !isAskedByTask(id))
		.map(
			(id) => `Nothing visits ${id}: add it to the tour, or the task of an operation that asks it`,
		);
	expect(unvisited).toEqual([]);
});

it('a refusal of the limiter is as documented', async () => {
	const limited = await visit({ limiter: 'tokenBucket', burst: 1 });
	await limited.ask('GET', '/v4/user/me');
	await limited.ask('GET', '/v4/user/me');
	await limited.sandbox.close();
	expect(limited.exchanges.map(({ status }) => status)).toEqual([200, 429]);
	expect(limited.exchanges.flatMap(deviationsOf)).toEqual([]);
});

it('of a faulted exchange only the request is held against the contract', async () => {
	visitor.sandbox.faults.add({ kind: 'html', times: 2 });
	await visitor.ask('GET', '/v4/user/me');
	await visitor.ask('GET', '/v4/user/me', { query: { colour: 'blue' } });
	expect(visitor.exchanges.map(deviationsOf)).toEqual([
		[],
		['GET /v4/user/me: query colour is not documented'],
	]);
});

it('a booking reaches the sandbox as it was sent', async () => {
	await visitor.book({ duration: 45 });
	expect(visitor.exchanges.at(-1)).toMatchObject({
		method: 'POST',
		path: BOOKING,
		query: {},
		requestBody: { meetingTypeId: meetingTypes.oneToOne, duration: 45 },
		status: 201,
		responseBody: { attendeeEmail: 'dana.haddad@example.net' },
		faulted: false,
	});
});
