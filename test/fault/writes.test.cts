import type { INodeParameters } from 'n8n-workflow';
import type { FaultRule } from '../../sandbox/faults.cts';
import type { Appointment } from '../../sandbox/records/bookings.cts';
import { booking } from '../workflow/booking.cts';
import { byId, ids, useStage, wire } from '../workflow/stage.cts';
import { throughErrorOutput } from '../workflow/outcome.cts';

/* The answer to a write is lost: nothing may happen twice, and nobody may be left without a word. */

const stage = useStage({ seed: { bookings: 200 }, nodeSpeed: 50 });
let left: Appointment[];
beforeAll(() => {
	left = stage.sandbox.state.appointments
		.of(ids.users.lena, stage.sandbox.clock.iso())
		.filter(({ cancel }) => cancel === null);
});

/** A booking of Lena's that no test before this one has touched. */
function fresh(): Appointment {
	const appointment = left.pop();
	if (!appointment) throw new Error('The seed holds too few bookings');
	return appointment;
}

const now = ({ id }: Appointment) => stage.sandbox.state.appointments.get(id);
const posts = () => wire(stage).filter((line) => line.startsWith('POST'));
const cancelling = ({ id }: Appointment, maxWait?: number): INodeParameters => ({
	resource: 'booking',
	operation: 'cancel',
	bookingId: byId(id),
	...(maxWait !== undefined && { options: { maxWait } }),
});

describe('a booking whose answer is lost is asked for once, and found', () => {
	it.each<[string, FaultRule, string]>([
		['connection', { kind: 'reset' }, '2026-03-03T09:00'],
		['end', { kind: 'halfBody' }, '2026-03-03T10:30'],
		['patience', { kind: 'hang', ms: 50 }, '2026-03-03T14:00'],
		['gateway', { kind: 'html' }, '2026-03-05T09:00'],
		['sense', { kind: 'garbage' }, '2026-03-05T10:30'],
		['content', { kind: 'emptyBody' }, '2026-03-05T14:00'],
	])('without its %s', async (_what, fault, start) => {
		const before = stage.sandbox.state.appointments.size;
		stage.sandbox.faults.add({ ...fault, method: 'POST', when: 'after' });
		const { items, errors } = await stage.run(booking({ start }));
		expect(errors).toEqual([]);
		const id = String(items[0]?.json.id);
		expect(items).toMatchObject([{ json: { bookingState: 'confirmed', change: 'created' } }]);
		// An empty answer that says "created" leaves no doubt whose booking is found.
		expect(items[0]?.json.recovered).toBe(fault.kind === 'emptyBody' ? undefined : true);
		expect(stage.sandbox.state.appointments.get(id)).toMatchObject({
			start: new Date(`${start}+01:00`).toISOString(),
		});
		expect(posts()).toHaveLength(1);
		expect(stage.sandbox.state.appointments.size).toBe(before + 1);
	});
});

it('a booking that is answered without an id, and is not there, is not asked for again', async () => {
	const before = stage.sandbox.state.appointments.size;
	stage.sandbox.faults.add({ kind: 'garbage', body: '{}', status: 201, method: 'POST' });
	const { details } = await throughErrorOutput(stage, booking({ start: '2026-03-06T09:00' }));
	expect(details).toMatchObject({ code: 'unreadableAnswer', mayHaveHappened: true });
	expect(details.description).toMatch(
		/\. It may have taken effect all the same\. Look for it with Booking > Get Many, by the start and the name of the attendee, before you book again\.$/,
	);
	expect(posts()).toHaveLength(1);
	expect(stage.sandbox.state.appointments.size).toBe(before);
});

it('a booking that was refused for its rate is made by the second request', async () => {
	const before = stage.sandbox.state.appointments.size;
	const headers = { 'retry-after': '1' };
	stage.sandbox.faults.add({ kind: 'status', status: 429, method: 'POST', headers });
	const { items } = await stage.run(booking({ start: '2026-03-09T09:00' }));
	expect(items).toMatchObject([{ json: { bookingState: 'confirmed' } }]);
	expect(posts()).toEqual(['POST /v4/booking 429', 'POST /v4/booking 201']);
	expect(stage.sandbox.state.appointments.size).toBe(before + 1);
});

describe('a cancellation', () => {
	it('that went through is found, and told as recovered', async () => {
		const appointment = fresh();
		stage.sandbox.faults.add({ kind: 'reset', method: 'POST', when: 'after' });
		const { items, hints } = await stage.run(cancelling(appointment));
		expect(items).toMatchObject([
			{ json: { id: appointment.id, bookingState: 'cancelled', recovered: true } },
		]);
		expect(hints.map(({ message }) => message)).toEqual([
			'The answer to one request was lost on the way. meetergo had carried it out; nothing was done twice.',
		]);
		expect(wire(stage)).toEqual([
			`POST /v4/appointment/${appointment.id}/cancel 0`,
			`GET /v4/appointment/${appointment.id} 200`,
		]);
		expect(now(appointment)?.cancel).not.toBeNull();
	});

	it('that the server carries out late is found when it is there', async () => {
		const appointment = fresh();
		stage.sandbox.faults.add({ kind: 'hang', ms: 10, lateCommitMs: 90, method: 'POST' });
		const { items } = await stage.run(cancelling(appointment));
		expect(items).toMatchObject([{ json: { bookingState: 'cancelled', recovered: true } }]);
		expect(posts()).toHaveLength(1);
	});

	it('that did not go through is sent once more after three looks', async () => {
		const appointment = fresh();
		const get = `GET /v4/appointment/${appointment.id} 200`;
		const post = `POST /v4/appointment/${appointment.id}/cancel`;
		stage.sandbox.faults.add({ kind: 'reset', method: 'POST' });
		const { items } = await stage.run(cancelling(appointment));
		expect(items).toMatchObject([{ json: { bookingState: 'cancelled' } }]);
		expect(items[0]?.json).not.toHaveProperty('recovered');
		expect(wire(stage)).toEqual([`${post} 0`, get, get, get, `${post} 201`]);
		expect(now(appointment)?.cancel).not.toBeNull();
	});

	it('is left in doubt when Max Wait leaves no time to look', async () => {
		const appointment = fresh();
		stage.sandbox.faults.add({ kind: 'status', status: 503, method: 'POST' });
		const { error, details } = await throughErrorOutput(stage, cancelling(appointment, 1));
		expect(error).toBe('meetergo failed to process the request');
		expect(details).toEqual({
			httpCode: 503,
			code: 'serverError',
			parameter: null,
			description:
				'Try again later. meetergo answered: Fault. It may have taken effect all the same. Max Wait leaves no time to look for it. Look at its state with Booking > Get before you cancel it again.',
			mayHaveHappened: true,
			waitedSeconds: 1,
		});
		expect(posts()).toHaveLength(1);
		expect(now(appointment)?.cancel).toBeNull();
	});

	it('without an answer to read is read from the booking', async () => {
		const appointment = fresh();
		stage.sandbox.faults.add({ kind: 'emptyBody', method: 'POST', when: 'after' });
		const { items } = await stage.run(cancelling(appointment));
		expect(items).toMatchObject([{ json: { id: appointment.id, bookingState: 'cancelled' } }]);
		expect(posts()).toHaveLength(1);
	});
});

describe('a move', () => {
	const moving = ({ id }: Appointment, start: string): INodeParameters => ({
		resource: 'booking',
		operation: 'reschedule',
		bookingId: byId(id),
		start,
		options: { ignoreAvailability: true },
	});

	it('that went through is found at its new start, and made once', async () => {
		const appointment = fresh();
		stage.sandbox.faults.add({ kind: 'halfBody', method: 'POST', when: 'after' });
		const { items } = await stage.run(moving(appointment, '2026-04-14T09:00'));
		expect(items).toMatchObject([
			{ json: { start: '2026-04-14T09:00:00.000+02:00', previousStart: null, recovered: true } },
		]);
		expect(Object.keys(items[0]?.json ?? {}).length).toBeLessThanOrEqual(10);
		expect(posts()).toHaveLength(1);
		expect(now(appointment)).toMatchObject({
			start: '2026-04-14T07:00:00.000Z',
			rescheduleCount: appointment.rescheduleCount + 1,
		});
	});

	it('to a time that is taken is not repeated', async () => {
		const { start, ...rest } = fresh();
		const other = fresh();
		const given = { ...moving({ start, ...rest }, other.start), options: {} };
		const { error, details } = await throughErrorOutput(stage, given);
		expect(error).toBe('Start: The time is not offered, or no longer free');
		expect(details).toMatchObject({ httpCode: 400, code: 'slotOccupied', mayHaveHappened: false });
		expect(posts()).toHaveLength(1);
		expect(stage.sandbox.state.appointments.get(rest.id)?.start).toBe(start);
	});
});
