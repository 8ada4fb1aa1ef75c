import type { INodeParameters } from 'n8n-workflow';
import { record } from '../../contract/json.cts';
import type { Appointment } from '../../sandbox/records/bookings.cts';
import { appointmentOnWire } from '../../sandbox/wire.cts';
import { itemsOf, type Execution } from '../../scripts/n8n/execution.cts';
import { publish, unpublish } from '../../scripts/n8n/publication.cts';
import { booked, cancel, executionsOf, move, until } from './events.cts';
import { useOwnN8n } from './ownN8n.cts';
import { type Stage, useStage } from './stage.cts';
import { inSequence, meetergo, OFTEN } from './workflows.cts';

const TRIGGER = 'Trigger';
const EVENTS = ['booking_created', 'booking_rescheduled', 'booking_cancelled'];

function listening(parameters: INodeParameters = {}) {
	const fields = { events: EVENTS, ...parameters };
	return inSequence(meetergo(TRIGGER, fields, { kind: 'meetergoTrigger' }));
}

function looking(parameters: INodeParameters = {}) {
	const fields = { events: EVENTS, pollTimes: OFTEN, ...parameters };
	return inSequence(meetergo(TRIGGER, fields, { kind: 'meetergoPollTrigger' }));
}

function endpoints({ sandbox }: Stage): string[] {
	return [...sandbox.state.webhooks.values()].map(({ endpoint }) => endpoint);
}

/** What executions began with: the event and the booking. */
function told(executions: readonly Execution[]) {
	return executions
		.flatMap((execution) => itemsOf(execution, TRIGGER))
		.map(({ json }) => [record(json).event, record(json).id]);
}

/** Calls an address as meetergo does. */
async function deliver(endpoint: string, payload: object) {
	const answer = await fetch(endpoint, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(payload),
	});
	return { status: answer.status, text: await answer.text() };
}

function payloadOf({ sandbox }: Stage, booking: Appointment) {
	return { webhookType: 'booking_created', ...appointmentOnWire(sandbox.state, booking) };
}

describe.each([
	['with the publication service, as by default', true],
	['without the publication service', false],
])('%s', (_mode, publicationService) => {
	const own = useOwnN8n({ publicationService });
	const stage = useStage({}, async () => await own().signIn());

	describe('the webhook trigger', () => {
		it('is told of what happens while it is published, and leaves nothing behind', async () => {
			const { client, sandbox } = stage();
			const id = await stage().add(listening());
			expect(endpoints(stage())).toEqual([]);

			await publish(client.rest, id);
			expect(endpoints(stage())).toEqual([
				expect.stringMatching(
					new RegExp(`^${own().url}/webhook/[\\da-f-]{36}/webhook\\?key=[\\w-]{24}$`),
				),
			]);
			const booking = await booked(stage());
			await executionsOf(client.rest, id, 1);
			await move(stage(), booking.id, new Date(Date.now() + 5 * 86_400_000).toISOString());
			await executionsOf(client.rest, id, 2);
			await cancel(stage(), booking.id);

			expect(told(await executionsOf(client.rest, id, 3))).toEqual(
				EVENTS.map((event) => [event, booking.id]),
			);
			await sandbox.deliveries.settled();
			expect(sandbox.deliveries.read().map(({ status }) => status)).toEqual([200, 200, 200]);
			await unpublish(client.rest, id);
			expect(endpoints(stage())).toEqual([]);
		});

		it('answers in words of its own, starts once for an event, and refuses a wrong key', async () => {
			const { client, sandbox } = stage();
			const booking = await booked(stage());
			const id = await stage().add(listening());
			await publish(client.rest, id);
			const [endpoint = ''] = endpoints(stage());
			const payload = payloadOf(stage(), booking);

			expect(await deliver(endpoint.replace(/.$/, '!'), payload)).toEqual({
				status: 403,
				text: JSON.stringify({ message: 'The key in the address is missing or wrong.' }),
			});
			expect(await deliver(endpoint, payload)).toEqual({
				status: 200,
				text: JSON.stringify({ message: 'The workflow was started' }),
			});
			expect(await deliver(endpoint, payload)).toEqual({
				status: 200,
				text: JSON.stringify({
					message: 'Left out: The workflow was started for this event before',
				}),
			});

			const executions = await executionsOf(client.rest, id);
			expect(told(executions)).toEqual([['booking_created', booking.id]]);
			const [item] = executions.flatMap((execution) => itemsOf(execution, TRIGGER));
			const start = Date.parse(String(record(item?.json).start));
			expect(start).toBe(Date.parse(booking.start));
			expect(sandbox.state.webhooks.size).toBe(1);
		});

		it('keeps its one webhook and what it has told over a restart', async () => {
			const { client } = stage();
			const id = await stage().add(listening());
			await publish(client.rest, id);
			const before = endpoints(stage());
			const booking = await booked(stage());
			await executionsOf(client.rest, id);
			await own().stop();
			await own().start();

			await stage().sandbox.deliveries.settled();
			expect(endpoints(stage())).toEqual(before);
			const [{ payload } = { payload: {} }] = stage().sandbox.deliveries.read();
			expect(await deliver(before[0] ?? '', payload)).toMatchObject({
				status: 200,
				text: expect.stringContaining('Left out'),
			});
			await cancel(stage(), booking.id);
			expect(told(await executionsOf(client.rest, id, 2))).toEqual([
				['booking_created', booking.id],
				['booking_cancelled', booking.id],
			]);
			await unpublish(client.rest, id);
			expect(endpoints(stage())).toEqual([]);
		});

		it('listens for a test event besides, and stops when it has come', async () => {
			const { client } = stage();
			const id = await stage().add(listening());
			await publish(client.rest, id);
			const production = endpoints(stage());

			const listen = { triggerToStartFrom: { name: TRIGGER } };
			const waiting = await client.rest.post(`/workflows/${id}/run`, listen);
			expect(waiting).toEqual({ waitingForWebhook: true });
			const test = endpoints(stage()).filter((endpoint) => !production.includes(endpoint));
			expect(test).toEqual([expect.stringMatching(`^${own().url}/webhook-test/`)]);
			const booking = await booked(stage());

			// One of the test, one of production.
			expect(told(await executionsOf(client.rest, id, 2))).toEqual([
				['booking_created', booking.id],
				['booking_created', booking.id],
			]);
			await until(() => endpoints(stage()).length === 1);
			expect(endpoints(stage())).toEqual(production);
		});

		it('stops to listen for a test event when it is told to', async () => {
			const { client } = stage();
			const id = await stage().add(listening());
			const listen = { triggerToStartFrom: { name: TRIGGER } };
			await client.rest.post(`/workflows/${id}/run`, listen);
			expect(endpoints(stage())).toHaveLength(1);

			await client.rest.delete(`/test-webhook/${id}`);

			await until(() => endpoints(stage()).length === 0);
		});

		it('says why it cannot be published, and leaves nothing behind', async () => {
			const { client, sandbox } = stage();
			sandbox.faults.add({
				kind: 'status',
				status: 403,
				method: 'POST',
				path: '^/webhooks$',
				times: Number.POSITIVE_INFINITY,
			});
			const id = await stage().add(listening());

			await expect(publish(client.rest, id)).rejects.toThrow('meetergo did not allow this');
			expect(endpoints(stage())).toEqual([]);
		});
	});

	describe('the poll trigger', () => {
		it('looks at once, and tells what happens from then on, also while n8n is down', async () => {
			const { client } = stage();
			const id = await stage().add(looking());
			await publish(client.rest, id);
			await until(() => stage().wire().length > 0);

			const booking = await booked(stage());
			expect(told(await executionsOf(client.rest, id, 1))).toEqual([
				['booking_created', booking.id],
			]);
			await own().stop();
			await cancel(stage(), booking.id);
			const other = await booked(stage());
			await own().start();

			const seen = told(await executionsOf(client.rest, id, 2));
			expect(seen[0]).toEqual(['booking_created', booking.id]);
			expect(seen.slice(1).sort()).toEqual(
				[
					['booking_cancelled', booking.id],
					['booking_created', other.id],
				].sort(),
			);
		});

		it('gives a recent booking when it is tried in the editor', async () => {
			const execution = await stage().run(looking(), TRIGGER);

			expect(execution.status).toBe('success');
			const [[, id] = []] = told([execution]);
			expect([...stage().sandbox.state.appointments.keys()]).toContain(id);
		});
	});
});
