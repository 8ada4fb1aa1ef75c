import type { INodeParameters } from 'n8n-workflow';
import { column, failingAlike, jsonOf } from './outcome.cts';
import { survey } from './booking.cts';
import { bothCredentials, byId, credentials, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { confirmed, group, cancelled } = ids.appointments;

function today(more: INodeParameters = {}): INodeParameters {
	return { resource: 'booking', operation: 'getToday', ...more };
}

function current(more: INodeParameters = {}): INodeParameters {
	return { resource: 'booking', operation: 'getCurrent', ...more };
}

/** Another booking on the day of the survey. */
function addBooking(id: string, start: string): void {
	const { appointments } = stage.sandbox.state;
	const like = appointments.get(confirmed);
	if (like === undefined) throw new Error('The seed lacks the booking');
	appointments.set(id, { ...like, id, start, end: start });
}

describe.each(bothCredentials)('today with %s', (authentication) => {
	beforeEach(() => stage.sandbox.clock.set('2026-03-10T12:00:00Z'));

	it('are the bookings of the day', async () => {
		const { items } = await stage.run({ authentication, ...today() });
		expect(items).toEqual([{ json: survey, pairedItem: { item: 0 } }]);
		expect(wire(stage)).toEqual(['GET /v4/appointment/today 200']);
	});

	it('are as many as the limit, earliest first', async () => {
		addBooking('00000000-0000-4000-8000-000000000001', '2026-03-10T14:00:00.000Z');
		addBooking('00000000-0000-4000-8000-000000000002', '2026-03-10T16:00:00.000Z');
		const two = await stage.run({ authentication, ...today({ limit: 2 }) });
		expect(column(two, 'start')).toEqual([survey.start, '2026-03-10T15:00:00.000+01:00']);
		const all = await stage.run({ authentication, ...today({ returnAll: true }) });
		expect(all.items).toHaveLength(3);
	});
});

it('gives no item on a day without bookings', async () => {
	stage.sandbox.clock.set('2026-03-08T12:00:00Z');
	const { items, status } = await stage.run(today());
	expect({ items, status }).toEqual({ items: [], status: 'success' });
});

it('tells of a cancelled booking of today that it is', async () => {
	stage.sandbox.clock.set('2026-03-09T12:00:00Z');
	const result = await stage.run(today());
	expect(column(result, 'id')).toEqual([cancelled]);
	expect(column(result, 'bookingState')).toEqual(['cancelled']);
});

describe.each(bothCredentials)('the running booking with %s', (authentication) => {
	it('is got in ten flat fields', async () => {
		stage.sandbox.clock.set('2026-03-10T08:20:00Z');
		const { items } = await stage.run({ authentication, ...current() });
		expect(items).toEqual([{ json: survey, pairedItem: { item: 0 } }]);
		expect(wire(stage)).toEqual(['GET /v4/appointment/current 200']);
	});

	it('gives no item where there is none, and that is no error', async () => {
		const { items, status, error } = await stage.run({ authentication, ...current() });
		expect({ items, status, error }).toEqual({ items: [], status: 'success', error: undefined });
		expect(wire(stage)).toEqual(['GET /v4/appointment/current 200']);
	});
});

it.each([
	['null', 200, 'null'],
	['an empty object', 200, '{}'],
	['an empty list', 200, '[]'],
	['not found', 404, '{"message":"No appointment"}'],
])('gives no item where meetergo says so with %s', async (_name, status, body) => {
	stage.sandbox.faults.add({ kind: 'garbage', status, body });
	expect(jsonOf(await stage.run(current()))).toEqual([]);
	expect(wire(stage)).toHaveLength(1);
});

it('gives the booking of each item to that item', async () => {
	stage.sandbox.clock.set('2026-03-12T12:30:00Z');
	const { items } = await stage.run(
		current({ authentication: 'platformApiKey', actingUser: byId('={{ $json.user }}') }),
		{ items: [ids.users.james, ids.users.lena].map((user) => ({ user })) },
	);
	expect(items).toMatchObject([{ json: { id: group }, pairedItem: { item: 1 } }]);
	expect(items).toHaveLength(1);
});

it.each([today(), current()])('explains a token without the group: $operation', async (given) => {
	const credential = { accessToken: credentials.crmOnlyToken };
	const { details } = await failingAlike(stage, given, { credential });
	expect(details).toMatchObject({ httpCode: 403, code: 'permissionDenied' });
});
