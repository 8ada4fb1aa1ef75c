import type { INodeParameters } from 'n8n-workflow';
import type { Appointment } from '../../sandbox/records/bookings.cts';
import { column, throughErrorOutput } from './outcome.cts';
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

it('reads from 30 days before to a year after, 100 bookings a request and host', async () => {
	await stage.run(changes({ changedSince: NOW }, { hosts: 'me' }));
	expect(wire(stage)).toEqual(['GET /v4/appointment/paginated 200']);
	expect(stage.exchanges[0]?.query).toMatchObject({
		start: '2026-01-31T12:00:00.000Z',
		end: '2027-03-02T11:59:59.999Z',
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
