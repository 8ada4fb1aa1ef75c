import { list, record, type Json } from '../../../contract/json.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { strayAnswers, visit, type Visit, type Visitor } from './visitor.cts';

const PATH = '/v4/calendar-connections';
const { lenaGoogle, lenaOutlook, jamesGoogle } = ids.calendarConnections;
const { lena, james, ingrid } = ids.users;
const asJames = { token: credentials.memberToken };

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
});
afterEach(async () => {
	await visitor.sandbox.close();
	expect(strayAnswers(visitor)).toEqual([]);
});

describe('list', () => {
	function ask(how: Visit = {}) {
		return visitor.ask('GET', `${PATH}/connections`, how);
	}

	it("shows the caller's own", async () => {
		const { status, body } = await ask();
		expect(status).toBe(200);
		expect(body).toMatchObject({
			connections: [
				{ id: lenaGoogle, provider: 'google', isPrimary: true, isConnected: true },
				{ id: lenaOutlook, provider: 'outlook', isPrimary: false, isConnected: true },
			],
			total: 2,
		});
	});

	it('shows those of others to admins only', async () => {
		const { body } = await ask({ query: { userId: james } });
		expect(list(record(body).connections)).toMatchObject([{ id: jamesGoogle }]);
		expect((await ask({ query: { userId: ingrid } })).status).toBe(403);
		expect((await ask({ ...asJames, query: { userId: lena } })).status).toBe(403);
		expect((await ask({ ...asJames, query: { userId: james } })).status).toBe(200);
	});

	it('of somebody without any is empty', async () => {
		const { body } = await ask({ query: { userId: ids.users.priya } });
		expect(body).toEqual({ connections: [], total: 0 });
	});
});

describe('update', () => {
	function update(id: string, body: Json, how: Visit = {}) {
		return visitor.ask('PATCH', `${PATH}/connections/${id}`, { ...how, body });
	}

	function known(id: string) {
		return visitor.sandbox.state.calendarConnections.get(id);
	}

	it('changes what is given, and answers with an empty body', async () => {
		const before = known(lenaGoogle);
		const calendars = before?.calendars ?? [];
		const wish = { selectedCalendars: calendars, syncBuffersToCalendar: true };
		const { status, text } = await update(lenaGoogle, wish);
		expect([status, text]).toEqual([200, '']);
		const updatedAt = '2026-03-02T08:00:00.000Z';
		expect(known(lenaGoogle)).toEqual({ ...before, ...wish, updatedAt });
		const { body } = await visitor.ask('GET', `${PATH}/connections`);
		expect(list(record(body).connections)[0]).toMatchObject({
			selectedCalendars: calendars,
			updatedAt,
		});
	});

	it('new events may go to another calendar, and none may be checked', async () => {
		const [, other = ''] = known(lenaGoogle)?.calendars ?? [];
		await update(lenaGoogle, { primaryCalendar: other, validateAvailability: false });
		await update(lenaGoogle, { selectedCalendars: [] });
		expect(known(lenaGoogle)).toMatchObject({
			primaryCalendar: other,
			validateAvailability: false,
			selectedCalendars: [],
		});
	});

	it.each([
		['primaryCalendar', { primaryCalendar: 'nowhere' }],
		['selectedCalendars', { selectedCalendars: ['lena.okafor@example.org', 'nowhere'] }],
	])('calendars of somewhere else are refused as %s', async (field, wish) => {
		const { status, body } = await update(lenaGoogle, { ...wish, validateAvailability: false });
		expect(status).toBe(400);
		expect(record(body).message).toEqual([`${field} must be calendars of this connection`]);
		expect(known(lenaGoogle)?.validateAvailability).toBe(true);
	});

	it('unknown connections and those of others are a 404', async () => {
		expect((await update('cc_nobody', {})).status).toBe(404);
		expect((await update(jamesGoogle, {})).status).toBe(404);
		expect((await update(lenaGoogle, {}, asJames)).status).toBe(404);
	});

	it('admins name whose it is', async () => {
		const query = { userId: james };
		expect((await update(jamesGoogle, {}, { query })).status).toBe(200);
		expect((await update(lenaGoogle, {}, { query })).status).toBe(404);
		expect((await update(lenaGoogle, {}, { ...asJames, query: { userId: lena } })).status).toBe(
			403,
		);
	});
});

describe('authorisation', () => {
	function ask(provider: string, how: Visit = {}) {
		return visitor.ask('GET', `${PATH}/auth/${provider}/url`, how);
	}

	async function addressOf(provider: string, query: Visit['query'] = {}): Promise<URL> {
		const { body } = await ask(provider, { query });
		return new URL(String(record(body).authUrl));
	}

	it.each(['google', 'outlook'])('%s has an address with a state of its own', async (provider) => {
		const { status, body } = await ask(provider);
		expect(status).toBe(200);
		expect(record(body).provider).toBe(provider);
		const states = [await addressOf(provider), await addressOf(provider)].map(({ searchParams }) =>
			searchParams.get('state'),
		);
		expect(states.every(Boolean)).toBe(true);
		expect(new Set(states).size).toBe(2);
	});

	it('carries where to go afterwards', async () => {
		const redirectUrl = 'https://app.example.com/done?from=calendar&step=2';
		const { searchParams } = await addressOf('google', { redirectUrl, setAsCalendarSync: true });
		expect(searchParams.get('redirectUrl')).toBe(redirectUrl);
		expect(searchParams.get('setAsCalendarSync')).toBe('true');
		const bare = await addressOf('google');
		expect([...bare.searchParams.keys()]).toEqual(['state']);
	});

	it.each(['icloud', 'caldav', 'somebody'])('%s has none', async (provider) => {
		const { status, body } = await ask(provider);
		expect(status).toBe(400);
		expect(record(body).message).toEqual([
			'provider must be one of the following values: google, outlook',
		]);
	});

	it('is for oneself, or for others as an admin', async () => {
		expect((await ask('google', { query: { userId: james } })).status).toBe(200);
		expect((await ask('google', { ...asJames, query: { userId: lena } })).status).toBe(403);
	});

	it('an address that is none is refused', async () => {
		expect((await ask('google', { query: { redirectUrl: 'done' } })).status).toBe(400);
	});
});
