import { list, record, type Json } from '../../../contract/json.cts';
import type { Order } from '../../../sandbox/webhooks/order.cts';
import { sorted, WebhookDesk } from './webhookDesk.cts';

const TYPES = ['form_submission', 'review_submitted'] as const;

let desk: WebhookDesk;
beforeEach(async () => {
	desk = await WebhookDesk.open();
	await desk.listen(TYPES);
});
afterEach(() => desk.close());

describe('what is held back', () => {
	async function released(order?: Order, seed?: number): Promise<number[]> {
		desk.receiver.received.length = 0;
		const { deliveries } = desk;
		deliveries.hold();
		desk.fire(8);
		deliveries.release(order, seed);
		return await desk.numbers();
	}

	it('comes when it is released, and does not keep anybody waiting before', async () => {
		const { deliveries } = desk;
		deliveries.hold();
		desk.fire(2);
		expect(await desk.numbers()).toEqual([]);
		deliveries.hold();
		desk.fire(1, 'review_submitted');
		deliveries.release('kept');
		expect(await desk.numbers()).toEqual([1, 2, 1]);
		desk.fire(1);
		expect(await desk.numbers()).toHaveLength(4);
	});

	it('comes in its order, backwards, or shuffled', async () => {
		const inOrder = [1, 2, 3, 4, 5, 6, 7, 8];
		expect(await released('kept')).toEqual(inOrder);
		expect(await released('reversed')).toEqual([...inOrder].reverse());
		const shuffled = await released();
		expect(shuffled).not.toEqual(inOrder);
		expect(sorted(shuffled)).toEqual(inOrder);
	});

	it('comes in the same order for the same seed', async () => {
		const first = await released('shuffled', 7);
		expect(await released('shuffled', 7)).toEqual(first);
		expect(await released('shuffled', 8)).not.toEqual(first);
	});

	it('comes with its copies, mixed with the others', async () => {
		const { deliveries } = desk;
		deliveries.hold();
		desk.deliveries.misbehave({ copies: 2, times: Infinity });
		desk.fire(5);
		deliveries.release();
		const numbers = await desk.numbers();
		expect(sorted(numbers)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
		expect(numbers).not.toEqual(sorted(numbers));
	});

	it('comes as it came in when all is to be well again', async () => {
		const { deliveries } = desk;
		deliveries.hold();
		desk.fire(3);
		deliveries.behave();
		expect(await desk.numbers()).toEqual([1, 2, 3]);
	});

	it('comes even where the webhook is gone', async () => {
		const { deliveries } = desk;
		deliveries.hold();
		desk.fire(1);
		await desk.visitor.ask('DELETE', '/webhooks/1');
		deliveries.release();
		expect(await desk.numbers()).toEqual([1]);
	});
});

describe('from outside', () => {
	const tell = (body: Json) => desk.control('POST', 'deliveries', body);

	it('deliveries are told to misbehave', async () => {
		const how = {
			webhookType: 'form_submission',
			skip: 1,
			times: 2,
			copies: 2,
			delayMs: 1,
			gapMs: 1,
		};
		expect(await tell(how)).toMatchObject({ status: 200, body: { told: how } });
		expect((await tell({ drop: true, times: null })).status).toBe(200);
		desk.fire(4);
		desk.fire(1, 'review_submitted');
		expect(sorted(await desk.numbers())).toEqual([2, 2, 3, 3]);
	});

	it('and to be good again', async () => {
		await tell({ drop: true, times: null });
		await tell({ hold: true });
		const reply = await desk.control('DELETE', 'deliveries');
		expect(reply.body).toEqual({ cleared: true });
		desk.fire(1);
		expect(await desk.numbers()).toEqual([1]);
	});

	it('they are held back and released', async () => {
		await tell({ hold: true });
		desk.fire(3);
		expect(await desk.numbers()).toEqual([]);
		await tell({ release: 'reversed' });
		expect(await desk.numbers()).toEqual([3, 2, 1]);
		const { body } = await desk.control('GET', 'deliveries');
		expect(list(record(body).deliveries)).toMatchObject(
			[3, 2, 1].map((id) => ({ payload: { id: `${id}` } })),
		);
	});

	it('a seed shuffles them', async () => {
		const orders = [];
		for (const seed of [7, 7, 8]) {
			desk.receiver.received.length = 0;
			await tell({ hold: true });
			desk.fire(8);
			await tell({ release: 'shuffled', seed });
			orders.push(await desk.numbers());
		}
		expect(orders[1]).toEqual(orders[0]);
		expect(orders[2]).not.toEqual(orders[0]);
	});

	it.each([
		[{}, /^Expected hold, release, copies/],
		[{ release: 'sideways' }, /^release is one of kept, reversed, shuffled$/],
		[{ drop: true, webhookType: 'booking_moved' }, /^webhookType is one of/],
	])('what makes no sense is refused: %j', async (body, message) => {
		const reply = await tell(body);
		expect(reply.status).toBe(400);
		expect(record(reply.body).message).toMatch(message);
		desk.fire(1);
		expect(await desk.numbers()).toEqual([1]);
	});
});
