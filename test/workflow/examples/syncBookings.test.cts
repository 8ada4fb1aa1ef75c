import { DataTables } from '../../../engine/dataTables.cts';
import type { RunResult } from '../../../engine/runResult.cts';
import { atScale } from '../../scale.cts';
import { oneBookingOf, SYNC_BOOKINGS } from './sizes.cts';
import { appointments, moments, records, useExample, writes } from './stage.cts';

const ONE_OF = oneBookingOf(SYNC_BOOKINGS);

/** Enough to tell something. */
const ENOUGH = atScale(50, 8);

const keysOf = (result: RunResult) => records(result, 'CRM row').map((row) => String(row.row_key));

describe.each(moments)('at %s', (_name, now) => {
	const stage = useExample(SYNC_BOOKINGS, now, ONE_OF);

	it('makes a contact of each attendee and a row of each booking they have', async () => {
		const monthAgo = new Date(Date.parse(now) - 30 * 24 * 60 * 60 * 1000).toISOString();
		const changed = appointments(stage).filter(({ updatedAt }) => updatedAt >= monthAgo);
		expect(changed.length).toBeGreaterThan(ENOUGH);

		const result = await stage.run();

		const attended = changed.flatMap(({ id, attendees }) =>
			attendees.map((attendee) => ({ key: `${id}_${attendee.id}`, attendee })),
		);
		expect(keysOf(result).sort()).toEqual(attended.map(({ key }) => key).sort());
		const contacts = [...stage.sandbox.state.contacts.values()];
		for (const { attendee } of attended) {
			const known = contacts.filter(({ email }) => email === attendee.email);
			expect(known[0]).toMatchObject({ lastName: attendee.lastname });
		}
	});

	it('writes nothing the second time, and gives no rows', async () => {
		const dataTables = new DataTables();
		await stage.run({ dataTables });
		expect(writes(stage)).not.toEqual([]);
		stage.exchanges.splice(0);

		const result = await stage.run({ dataTables });

		expect(result.status).toBe('success');
		expect(writes(stage)).toEqual([]);
		expect(keysOf(result)).toEqual([]);
	});
});

describe('a later run', () => {
	const stage = useExample(SYNC_BOOKINGS, undefined, ONE_OF);

	it('gives the one booking that was cancelled meanwhile, under the same key', async () => {
		const dataTables = new DataTables();
		const first = await stage.run({ dataTables });
		const { appointments: book } = stage.sandbox.state;
		const key = keysOf(first).find((one) => book.get(one.split('_')[0] ?? '')?.cancel === null);
		const booking = book.get(key?.split('_')[0] ?? '');
		if (!booking) throw new Error('The example sandbox lacks bookings');
		const updatedAt = stage.sandbox.clock.iso();
		const cancel = {
			actionSource: 'host' as const,
			actionAt: updatedAt,
			actionBy: '',
			reason: 'Flu',
		};
		book.set(booking.id, { ...booking, cancel, updatedAt });
		stage.exchanges.splice(0);

		const second = await stage.run({ dataTables });

		expect(records(second, 'CRM row')).toEqual([
			expect.objectContaining({ row_key: key, status: 'cancelled', cancel_reason: 'Flu' }),
		]);
		expect(writes(stage)).toEqual([]);
	});

	it('gives a row, and makes no contact, of an attendee who has no mail address', async () => {
		const dataTables = new DataTables();
		await stage.run({ dataTables });
		const { state, clock } = stage.sandbox;
		const [booking] = appointments(stage);
		const attendee = booking?.attendees[0];
		if (!booking || !attendee) throw new Error('The example sandbox lacks bookings');
		const id = state.ids.uuid('appointment');
		const caller = { ...attendee, email: null, phone: '+47 22 55 01 88' };
		const updatedAt = clock.iso();
		state.appointments.set(id, { ...booking, id, updatedAt, attendees: [caller] });
		stage.exchanges.splice(0);

		const result = await stage.run({ dataTables });

		expect(records(result, 'CRM row')).toEqual([
			expect.objectContaining({ booking_id: id, contact_id: null, phone: '+47 22 55 01 88' }),
		]);
		expect(writes(stage)).toEqual([]);
	});

	it('gives the same rows again where n8n has forgotten the last run, and writes nothing', async () => {
		const first = await stage.run();
		stage.exchanges.splice(0);

		const second = await stage.run();

		expect(keysOf(second)).toEqual(keysOf(first));
		expect(writes(stage)).toEqual([]);
	});

	it('does again what failed', async () => {
		const dataTables = new DataTables();
		stage.sandbox.faults.add({ kind: 'status', status: 403, method: 'POST', path: '^/crm$' });
		const failed = await stage.run({ dataTables });
		expect(failed.status).toBe('error');
		expect(failed.nodes.has('Remember this run')).toBe(false);

		const result = await stage.run({ dataTables });

		expect(result.status).toBe('success');
		expect(keysOf(result).length).toBeGreaterThan(ENOUGH);
	});
});
