import { setTimeout as delay } from 'node:timers/promises';
import { atScale } from '../../scale.cts';
import { attendeeOf } from '../../unit/sandbox/visitor.cts';
import { book, cancel, ids, move, useTriggerStage } from './stage.cts';

const stage = useTriggerStage();

/** At full size twenty seconds on an idle machine. */
const PATIENCE_MS = 900_000;

/** Some change of Lena's confirmed booking. */
function change(number: number) {
	return {
		webhookType: 'booking_rescheduled',
		id: ids.appointments.confirmed,
		start: '2026-03-10T09:00:00+01:00',
		end: '2026-03-10T09:45:00+01:00',
		attendees: [{ id: ids.attendees.confirmed }],
		updatedAt: new Date(Date.parse('2026-03-02T08:00:00Z') + number).toISOString(),
	};
}

it('starts the workflow once for an event that is delivered several times', async () => {
	const id = await stage().listen();
	stage().sandbox.deliveries.misbehave({ copies: 5, times: Infinity });

	const booking = await book(stage());
	await move(stage(), booking, '2026-03-02T14:00:00Z');
	await cancel(stage(), booking);
	await stage().quiet();

	expect(stage().sandbox.deliveries.read()).toHaveLength(15);
	expect(
		stage()
			.told(id)
			.map(({ event }) => event)
			.sort(),
	).toEqual(['booking_cancelled', 'booking_created', 'booking_rescheduled']);
});

it('takes 100 deliveries at once', async () => {
	const id = await stage().listen();
	const [endpoint = ''] = stage().endpoints();

	const answers = await Promise.all(
		Array.from(
			{ length: 100 },
			async (_, number) => await stage().deliver(endpoint, change(number)),
		),
	);
	await stage().quiet();

	expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
	expect(
		new Set(
			stage()
				.told(id)
				.map(({ eventKey }) => eventKey),
		).size,
	).toBe(100);
	expect(stage().told(id)).toHaveLength(100);
});

/** Duplicates arrive together, and after the workflow has run. */
const ROUNDS = atScale(100, 2);
const AT_ONCE = 100;

it(
	`runs once for ${ROUNDS * AT_ONCE} duplicates, and remembers no more than before`,
	async () => {
		const id = await stage().listen();
		const [endpoint = ''] = stage().endpoints();

		for (let round = 0; round < ROUNDS; round += 1) {
			const batch = Array.from({ length: AT_ONCE }, () => stage().deliver(endpoint, change(0)));
			for (const answer of await Promise.all(batch)) expect(answer.status).toBe(200);
		}
		await stage().quiet();

		expect(stage().told(id)).toHaveLength(1);
		const asked = stage().visitor.exchanges.filter(({ path }) => path.includes('/appointment/'));
		expect(asked).toHaveLength(1);
	},
	PATIENCE_MS,
);

/** What static data remembers is the last of these. */
const REMEMBERED = 500;
const DIFFERENT = atScale(700, REMEMBERED + 5);

it('keeps what it remembers within bounds', async () => {
	const id = await stage().listen({ verify: false });
	const [endpoint = ''] = stage().endpoints();

	for (let number = 0; number < DIFFERENT; number += 1)
		await stage().deliver(endpoint, change(number));
	await stage().quiet();

	expect(stage().told(id)).toHaveLength(DIFFERENT);
	const stored = JSON.stringify(stage().staticData(id));
	expect(stored.length).toBeLessThan(REMEMBERED * 30);
	const [held] = Object.values(stage().staticData(id) ?? {});
	expect(Object(held).told).toHaveLength(REMEMBERED);
	await stage().deliver(endpoint, change(DIFFERENT - 1));
	await stage().quiet();
	expect(stage().told(id)).toHaveLength(DIFFERENT);
});

it('has n8n store what was told, so that a restart does not tell it again', async () => {
	const id = await stage().listen({ verify: false });
	const [endpoint = ''] = stage().endpoints();

	await stage().deliver(endpoint, change(0));
	await stage().deliver(endpoint, change(1));
	await stage().quiet();

	const keys = stage()
		.told(id)
		.map(({ eventKey }) => eventKey);
	expect(keys).toHaveLength(2);
	expect(Object.values(stage().staticData(id) ?? {})).toEqual([
		expect.objectContaining({ told: keys }),
	]);
});

it('lets a duplicate run when the delivery before it has come to nothing', async () => {
	const id = await stage().listen();
	const [endpoint = ''] = stage().endpoints();
	stage().sandbox.faults.add({ kind: 'status', status: 403, path: '/appointment/', times: 1 });

	const statuses = await Promise.all(
		[0, 0, 0].map(async (number) => (await stage().deliver(endpoint, change(number))).status),
	);
	await stage().quiet();

	expect(statuses.sort()).toEqual([200, 200, 500]);
	expect(stage().told(id)).toHaveLength(1);
});

it('tells those apart who join a group in the same moment', async () => {
	const id = await stage().listen();
	const group = { meetingTypeId: ids.meetingTypes.group, start: '2026-03-12T13:00:00.000Z' };

	for (const email of ['first@example.net', 'second@example.net', 'third@example.net']) {
		await book(stage(), { ...group, attendee: attendeeOf({ email }) });
	}
	await stage().quiet();

	expect(stage().told(id)).toHaveLength(3);
});

it('takes events in whatever order they come', async () => {
	const id = await stage().listen();
	stage().sandbox.deliveries.hold();
	const booking = await book(stage());
	await move(stage(), booking, '2026-03-02T14:00:00Z');
	await cancel(stage(), booking);

	stage().sandbox.deliveries.release('reversed');
	await stage().quiet();

	expect(stage().told(id)).toEqual([
		expect.objectContaining({ event: 'booking_cancelled', bookingState: 'cancelled' }),
		expect.objectContaining({ event: 'booking_rescheduled', bookingState: 'cancelled' }),
		expect.objectContaining({ event: 'booking_created', bookingState: 'cancelled' }),
	]);
});

/** After this meetergo takes a delivery for lost. */
const MEETERGO_WAITS_MS = 30_000;

describe('when meetergo itself does not answer', () => {
	const deaf = useTriggerStage({ nodeSpeed: 100 });

	it(
		'answers within the time that meetergo waits',
		async () => {
			const id = await deaf().listen();
			const [endpoint = ''] = deaf().endpoints();
			deaf().sandbox.faults.add({
				kind: 'hang',
				ms: 2 * MEETERGO_WAITS_MS,
				path: '/appointment/',
				times: Infinity,
			});

			const answer = await deaf().deliver(endpoint, change(0));

			expect(answer.status).toBe(500);
			await deaf().quiet();
			expect(deaf().failures(id)).toEqual([
				expect.stringMatching(
					/^meetergo (?:could not be asked within 10 s|did not answer in time)/,
				),
			]);

			// The node still asks. It ends with the answer it now gets.
			deaf().sandbox.faults.clear();
			const isAnswered = () =>
				deaf().visitor.exchanges.some(
					({ path, status }) => path.includes('/appointment/') && status === 200,
				);
			while (!isAnswered()) await delay(10);
		},
		MEETERGO_WAITS_MS,
	);
});
