import type { INodeParameters } from 'n8n-workflow';
import type { FaultRule } from '../../sandbox/faults.cts';
import {
	bookingOf,
	bookingsOf,
	everyKind,
	type Kind,
	kinds,
	noor,
	toldId,
} from '../workflow/kinds.cts';
import { column, jsonOf, throughErrorOutput } from '../workflow/outcome.cts';
import { bothCredentials, useStage, wire } from '../workflow/stage.cts';

/* The answer to a booking is lost: it is found, or asked for once more, and nobody is booked twice. */

const SPEED = 50;
const stage = useStage({ forEachTest: true, nodeSpeed: SPEED });

/** Time for one look. */
const ONE_LOOK = { maxWait: 1 };
const lost = (more: Partial<FaultRule> = {}) =>
	stage.sandbox.faults.add({ kind: 'reset', method: 'POST', path: '/booking$', ...more });
const posts = () => wire(stage).filter((line) => line.startsWith('POST'));

/** One of each kind, all at once: they wait together. */
async function runEach(options: INodeParameters = {}) {
	return await Promise.all(
		everyKind.map(async (kind) => {
			const result = await stage.run(bookingOf(kind, { options }));
			return [kind, result] as const;
		}),
	);
}

describe.each(bothCredentials)('a booking that was made, with %s', (authentication) => {
	it.each(everyKind)('is found where its answer is lost: %s', async (kind) => {
		lost({ when: 'after' });
		const result = await stage.run({ authentication, ...bookingOf(kind) });
		const made = bookingsOf(stage, kinds[kind].type);
		expect(made).toHaveLength(1);
		expect(jsonOf(result)).toMatchObject([{ recovered: true, change: 'created' }]);
		expect(jsonOf(result).map(toldId)).toEqual(made);
		expect(posts()).toHaveLength(1);
	});
});

it('a booking that waits is told to wait, also where its answer is lost', async () => {
	lost({ when: 'after', times: 2 });
	const [attendee, host] = await Promise.all([
		stage.run(bookingOf('double opt-in', { output: 'raw' })),
		stage.run(bookingOf('host confirmation', { output: 'raw' })),
	]);
	const waits = { bookingState: 'pending', recovered: true };
	expect(jsonOf(attendee)).toMatchObject([
		{ ...waits, waitsFor: 'attendee', bookingType: 'doubleOptIn' },
	]);
	expect(jsonOf(host)).toMatchObject([
		{ ...waits, waitsFor: 'host', bookingType: 'requireHostConfirmation' },
	]);
});

it('a booking that is found brings what its answer would have brought, and its invitation', async () => {
	lost({ when: 'after' });
	const options = { attachInvitation: true };
	const { items } = await stage.run(bookingOf('one-to-one', { output: 'raw', options }));
	const [id = ''] = bookingsOf(stage, kinds['one-to-one'].type);
	const { secret } = stage.sandbox.state.appointments.get(id) ?? {};
	expect(items).toMatchObject([{ json: { appointmentId: id, secret, attendeeEmail: noor } }]);
	expect(items[0]?.binary).toHaveProperty('invitation');
});

it('a booking that was not made is made by the second request, whatever its kind', async () => {
	lost({ times: everyKind.length });
	const results = await runEach();
	for (const [kind, result] of results) {
		const made = bookingsOf(stage, kinds[kind].type);
		expect([kind, made.length]).toEqual([kind, 1]);
		expect(jsonOf(result).map(toldId)).toEqual(made);
		expect(column(result, 'recovered')).toEqual([undefined]);
	}
	expect(posts()).toHaveLength(2 * everyKind.length);
});

it('a booking that is made late is found when it is there, whatever its kind', async () => {
	lost({ kind: 'hang', ms: 50, lateCommitMs: 1800 / SPEED, times: everyKind.length });
	const results = await runEach();
	for (const [kind, result] of results) {
		const made = bookingsOf(stage, kinds[kind].type);
		expect([kind, made.length]).toEqual([kind, 1]);
		expect(jsonOf(result).map(toldId)).toEqual(made);
		expect(column(result, 'recovered')).toEqual([true]);
	}
	expect(posts()).toHaveLength(everyKind.length);
});

describe('where the look is refused', () => {
	/** How many lists are read before the first try. */
	const looks: Array<[Kind, number]> = [
		['one-to-one', 0],
		['group', 1],
		['queue', 4],
		['double opt-in', 2],
		['host confirmation', 2],
	];

	it.each(looks)('a booking is left in doubt, and not asked for again: %s', async (kind, skip) => {
		lost({ when: 'after' });
		const refused = { kind: 'status', status: 403, path: 'paginated', times: Infinity } as const;
		stage.sandbox.faults.add({ ...refused, skip });
		const parameters = bookingOf(kind, { options: ONE_LOOK });
		const { details } = await throughErrorOutput(stage, parameters);
		expect(details).toMatchObject({ code: 'connectionLost', mayHaveHappened: true });
		expect(details.description).toContain('Look for it with Booking > Get Many');
		expect(bookingsOf(stage, kinds[kind].type)).toHaveLength(1);
		expect(posts()).toHaveLength(1);
	});

	it('for one member of a queue alone, what is not found is left in doubt', async () => {
		lost();
		const refused = { kind: 'status', status: 403, times: Infinity } as const;
		stage.sandbox.faults.add({ ...refused, path: 'appointment/paginated', skip: 7 });
		const parameters = bookingOf('queue', { options: ONE_LOOK });
		const { details } = await throughErrorOutput(stage, parameters);
		expect(details.mayHaveHappened).toBe(true);
		expect(posts()).toHaveLength(1);
		expect(bookingsOf(stage, kinds.queue.type)).toEqual([]);
	});

	it('before the first try as well, nothing is waited for', async () => {
		lost({ when: 'after' });
		const refused = { kind: 'status', status: 403, path: 'paginated', times: Infinity } as const;
		stage.sandbox.faults.add(refused);
		const { details } = await throughErrorOutput(stage, bookingOf('group'));
		expect(details).toMatchObject({ mayHaveHappened: true, waitedSeconds: 0 });
		expect(bookingsOf(stage, kinds.group.type)).toHaveLength(1);
	});
});
