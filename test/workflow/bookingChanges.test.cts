import type { INodeParameters } from 'n8n-workflow';
import type { Appointment } from '../../sandbox/records/bookings.cts';
import { column, hintsOf, throughErrorOutput } from './outcome.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true, seed: { bookings: 103 } });

const { confirmed, group, cancelled } = ids.appointments;

function changes(filters: INodeParameters, more: INodeParameters = {}): INodeParameters {
	return { resource: 'booking', operation: 'getAll', hosts: 'everyone', filters, ...more };
}

/** What bookings were made, moved, cancelled or edited at or after a time, by the sandbox's own records. */
function changedSince(since: string): string[] {
	return [...stage.sandbox.state.appointments.values()]
		.filter(({ updatedAt }) => updatedAt >= new Date(since).toISOString())
		.map(({ id }) => id)
		.sort();
}

function change(id: string, by: Partial<Appointment>): void {
	const { appointments } = stage.sandbox.state;
	const appointment = appointments.get(id);
	if (appointment === undefined) throw new Error(`No booking ${id}`);
	appointments.set(id, { ...appointment, ...by });
}

/** A moment after everything the seed did. */
const NOW = '2026-03-02T12:00:00Z';

describe.each(bothCredentials)('the changes with %s', (authentication) => {
	it('are what was cancelled, moved, booked and edited since, of everyone', async () => {
		await stage.run({
			authentication,
			resource: 'booking',
			operation: 'cancel',
			bookingId: byId(confirmed),
		});
		const since = [...stage.sandbox.state.appointments.values()]
			.map(({ updatedAt }) => updatedAt)
			.sort()
			.at(-5);
		const result = await stage.run({
			authentication,
			...changes({ changedSince: since ?? '' }, { returnAll: true }),
		});
		expect(column(result, 'id')).toContain(confirmed);
		expect(column(result, 'id').sort()).toEqual(changedSince(since ?? ''));
		expect(column(result, 'id').length).toBeGreaterThanOrEqual(5);
	});
});

it('counts a booking whose last change is at that very moment, and none before it', async () => {
	change(confirmed, { updatedAt: '2026-03-02T12:00:00.000Z' });
	change(group, { updatedAt: '2026-03-02T11:59:59.999Z' });
	const result = await stage.run(changes({ changedSince: NOW }));
	expect(column(result, 'id')).toEqual([confirmed]);
});

it('reads from 30 days before to a year ahead, 100 bookings a request and host', async () => {
	const inTheFuture = '2150-03-02T12:00:00Z';
	await stage.run(changes({ changedSince: inTheFuture }, { hosts: 'me' }));
	expect(wire(stage)).toEqual(['GET /v4/appointment/paginated 200']);
	expect(stage.exchanges[0]?.query).toMatchObject({
		start: '2150-01-31T12:00:00.000Z',
		end: '2151-03-02T11:59:59.999Z',
	});
});

it('misses nothing that is to come, however long ago the last run was', async () => {
	await stage.run(changes({ changedSince: '2020-01-01T00:00:00Z' }, { hosts: 'me' }));
	const { start, end } = stage.exchanges[0]?.query ?? {};
	expect(start).toBe('2019-12-02T00:00:00.000Z');
	const daysAhead = (Date.parse(String(end)) - Date.now()) / 86_400_000;
	expect(Math.round(daysAhead)).toBe(365);
});

it.each([
	['starts far ahead', { start: '2160-01-01T00:00:00Z' }, '2160-01-01', '2160-12-30'],
	['started long ago', { end: '2140-03-01T00:00:00Z' }, '2140-01-31', '2140-02-29'],
])('looks where the user says, for what %s', async (_what, window, from, until) => {
	await stage.run(changes({ changedSince: '2150-03-02T12:00:00Z', ...window }, { hosts: 'me' }));
	expect(stage.exchanges[0]?.query).toMatchObject({
		start: expect.stringMatching(`^${from}`),
		end: expect.stringMatching(`^${until}`),
	});
});

it('reads within the window the user gives instead', async () => {
	await stage.run(
		changes({ changedSince: NOW, start: '2026-03-01T00:00:00Z', end: '2026-04-01T00:00:00Z' }),
	);
	for (const { query } of stage.exchanges.filter(({ path }) => path.includes('appointment'))) {
		expect(query).toMatchObject({
			start: '2026-03-01T00:00:00.000Z',
			end: '2026-03-31T23:59:59.999Z',
		});
	}
});

it('limits what is returned, not what is looked through', async () => {
	// The last one of all, behind a hundred that did not change.
	const last = [...stage.sandbox.state.appointments.values()]
		.sort((a, b) => a.start.localeCompare(b.start))
		.at(-1);
	change(last?.id ?? '', { updatedAt: '2026-03-02T12:00:01.000Z' });
	const result = await stage.run(changes({ changedSince: NOW }, { limit: 1 }));
	expect(column(result, 'id')).toEqual([last?.id]);
	expect(hintsOf(result)).toEqual([expect.stringContaining('Switch on Return All')]);
});

it('returns bookings of one state, cancelled ones or the others', async () => {
	const states = async (bookingState: string) => {
		const parameters = changes({ bookingState }, { returnAll: true });
		return column(await stage.run(parameters), 'id');
	};
	const off = await states('cancelled');
	const on = await states('confirmed');
	expect(off).toContain(cancelled);
	expect(on).toContain(confirmed);
	expect([...off, ...on].sort()).toEqual([...stage.sandbox.state.appointments.keys()].sort());
});

it('refuses a time nobody can read', async () => {
	const told = await throughErrorOutput(stage, changes({ changedSince: 'lately' }));
	expect(told.error).toMatch(/^Changed Since: /);
	expect(told.details).toMatchObject({ code: 'invalidInput', parameter: 'Changed Since' });
	expect(wire(stage)).toEqual([]);
});
