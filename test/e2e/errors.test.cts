import { setTimeout as delay } from 'node:timers/promises';
import { record } from '../../contract/json.cts';
import { ids } from '../../sandbox/seed.cts';
import { executionOver, itemsOf } from '../../scripts/n8n/execution.cts';
import { until } from './events.cts';
import { type Stage, useStage } from './stage.cts';
import { byId, meetergo, START, withItems } from './workflows.cts';

/* What becomes of failures and of stopped executions in n8n. */

const stage = useStage();

const get = { resource: 'booking', operation: 'get', bookingId: byId('={{ $json.id }}') };
const known = ids.appointments.confirmed;
const unknown = ids.users.lena;

/** Books the next free slot of the coming two weeks, in the window of which nothing else changes. */
const book = {
	resource: 'booking',
	operation: 'createNextFree',
	meetingTypeId: byId(ids.meetingTypes.oneToOne),
	start: '={{ $now.plus({ days: 1 }) }}',
	end: '={{ $now.plus({ days: 15 }) }}',
	attendeeName: 'Nora Haugen',
	attendeeEmail: '={{ $json.email }}',
};

function bookingsOf({ sandbox }: Stage, email: string) {
	return [...sandbox.state.appointments.values()].filter(({ attendees }) =>
		attendees.some((attendee) => attendee.email === email),
	);
}

describe('on error', () => {
	it('what fails leaves through the error output, with its input, and the rest goes on', async () => {
		const items = [known, unknown, 'nonsense'].map((id, row) => ({ id, row }));
		const node = meetergo('Get', get, { onError: 'continueErrorOutput' });

		const execution = await stage().run(withItems(items, node), START);

		expect(execution.status).toBe('success');
		expect(itemsOf(execution, 'Get')).toEqual([
			expect.objectContaining({
				json: expect.objectContaining({ id: known }),
				pairedItem: { item: 0 },
			}),
		]);
		expect(itemsOf(execution, 'Get', 1).map(({ json }) => json)).toEqual([
			{
				id: unknown,
				row: 1,
				error: expect.any(String),
				details: expect.objectContaining({ code: 'notFound', httpCode: 404 }),
			},
			{
				id: 'nonsense',
				row: 2,
				error: expect.any(String),
				details: expect.objectContaining({ code: 'invalidInput', mayHaveHappened: false }),
			},
		]);
	});

	it('what fails stays in its place where the node continues', async () => {
		const items = [known, unknown].map((id) => ({ id }));
		const node = meetergo('Get', get, { onError: 'continueRegularOutput' });

		const execution = await stage().run(withItems(items, node), START);

		expect(itemsOf(execution, 'Get').map(({ json }) => json)).toEqual([
			expect.objectContaining({ id: known }),
			{ error: expect.any(String), details: expect.objectContaining({ code: 'notFound' }) },
		]);
	});

	it('the first failure ends the workflow otherwise, and says what to do', async () => {
		const execution = await stage().run(withItems([{ id: unknown }], meetergo('Get', get)), START);

		expect(execution.status).toBe('error');
		expect(execution.error).toMatchObject({
			message: expect.stringContaining('meetergo'),
			description: expect.any(String),
			httpCode: '404',
		});
	});
});

describe('Retry On Fail', () => {
	const twice = { retryOnFail: true, maxTries: 2, waitBetweenTries: 100 };

	it('books nothing twice where a later item fails', async () => {
		const items = [{ email: 'nora.haugen@example.net' }, { email: 'kim.larsen@example.net' }];
		// Of the second item alone, each time: it is refused for good.
		stage().sandbox.faults.add({
			kind: 'status',
			status: 403,
			method: 'POST',
			path: '^/v4/booking$',
			skip: 1,
		});

		const execution = await stage().run(
			withItems(items, meetergo('Book', book, { ...twice })),
			START,
		);

		expect(execution.status).toBe('success');
		for (const { email } of items) expect(bookingsOf(stage(), email)).toHaveLength(1);
		expect(itemsOf(execution, 'Book').map(({ json }) => record(json).id)).toEqual(
			items.flatMap(({ email }) => bookingsOf(stage(), email).map(({ id }) => id)),
		);
	});

	it('books nothing twice where the answer was lost', async () => {
		const email = 'nora.haugen@example.net';
		stage().sandbox.faults.add({
			kind: 'reset',
			when: 'after',
			method: 'POST',
			path: '^/v4/booking$',
		});

		const execution = await stage().run(
			withItems([{ email }], meetergo('Book', book, { ...twice })),
			START,
		);

		expect(execution.status).toBe('success');
		const [made, ...others] = bookingsOf(stage(), email);
		expect(others).toEqual([]);
		expect(itemsOf(execution, 'Book').map(({ json }) => json)).toEqual([
			expect.objectContaining({ id: made?.id, recovered: true }),
		]);
	});

	it('runs again as often as it says, and no more', async () => {
		stage().sandbox.faults.add({ kind: 'status', status: 403, path: '/appointment/', times: 2 });
		const node = meetergo('Get', get, { ...twice });

		const execution = await stage().run(withItems([{ id: known }], node), START);

		expect(execution.status).toBe('error');
		expect(stage().wire()).toHaveLength(2);
	});
});

describe('an execution that is stopped', () => {
	it('ends while the node waits for Retry-After, and nothing is sent afterwards', async () => {
		const { client, sandbox } = stage();
		sandbox.faults.add({
			kind: 'status',
			status: 429,
			headers: { 'retry-after': '60' },
			method: 'POST',
			path: '^/v4/booking$',
			times: 2,
		});
		const email = 'nora.haugen@example.net';
		const id = await stage().add(withItems([{ email }, { email }], meetergo('Book', book)));
		const { executionId } = record(
			await client.rest.post(`/workflows/${id}/run`, { triggerToStartFrom: { name: START } }),
		);
		await until(() => stage().wire().includes('POST /v4/booking 429'));

		const stoppedAt = Date.now();
		await client.rest.post(`/executions/${String(executionId)}/stop`);
		const { status } = await executionOver(client.rest, String(executionId), 10_000);

		expect(status).toBe('canceled');
		expect(Date.now() - stoppedAt).toBeLessThan(5000);
		const asked = stage().wire();
		await delay(1500);
		expect(stage().wire()).toEqual(asked);
		expect(bookingsOf(stage(), email)).toEqual([]);
	});
});
