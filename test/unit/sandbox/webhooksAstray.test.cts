import { sorted, WebhookDesk } from './webhookDesk.cts';

const TYPES = ['form_submission', 'review_submitted'] as const;

let desk: WebhookDesk;
beforeEach(async () => {
	desk = await WebhookDesk.open();
	await desk.listen(TYPES);
});
afterEach(() => desk.close());

async function moveTo(path: string): Promise<void> {
	const body = { endpoint: `${desk.receiver.url}${path}` };
	await desk.visitor.ask('PATCH', '/webhooks/1', { body });
}

function outcomes(): string[] {
	return desk.deliveries.read().map(({ outcome }) => outcome);
}

describe('whom a misbehaviour strikes', () => {
	it('one event, unless told otherwise', async () => {
		desk.deliveries.misbehave({ drop: true });
		desk.fire(3);
		expect(sorted(await desk.numbers())).toEqual([2, 3]);
	});

	it('so many, after so many', async () => {
		desk.deliveries.misbehave({ drop: true, skip: 1, times: 2 });
		desk.fire(5);
		expect(sorted(await desk.numbers())).toEqual([1, 4, 5]);
	});

	it('all, until it is over', async () => {
		desk.deliveries.misbehave({ drop: true, times: Infinity });
		desk.fire(3);
		desk.deliveries.behave();
		desk.fire(1);
		expect(await desk.numbers()).toEqual([1]);
	});

	it('those of one kind', async () => {
		desk.deliveries.misbehave({ drop: true, webhookType: 'review_submitted' });
		desk.fire(2);
		desk.fire(2, 'review_submitted');
		expect(sorted(await desk.numbers())).toEqual([1, 2, 2]);
	});

	it('an event counts once, however many hear of it, and not at all if nobody does', async () => {
		await desk.listen(TYPES, '/second');
		desk.deliveries.misbehave({ drop: true });
		desk.deliveries.fire('credential_error', {});
		desk.fire(2);
		expect(await desk.numbers()).toEqual([2, 2]);
		expect(outcomes()).toEqual(['dropped', 'dropped', 'answered', 'answered']);
	});

	it('in the order they were armed', async () => {
		desk.deliveries.misbehave({ copies: 3 });
		desk.deliveries.misbehave({ drop: true });
		desk.fire(3);
		expect(sorted(await desk.numbers())).toEqual([1, 1, 1, 3]);
	});
});

describe('what becomes of deliveries', () => {
	it('they come more than once, the same each time', async () => {
		desk.deliveries.misbehave({ copies: 3 });
		desk.fire(1);
		expect(await desk.numbers()).toEqual([1, 1, 1]);
		expect(outcomes()).toEqual(['answered', 'answered', 'answered']);
	});

	it('copies may come later than the first', async () => {
		desk.deliveries.misbehave({ copies: 3, gapMs: 1 });
		desk.fire(1);
		expect(await desk.numbers()).toHaveLength(3);
		desk.deliveries.misbehave({ copies: 3, gapMs: 60_000 });
		desk.fire(1);
		await desk.receiver.arrived(4);
		expect(desk.receiver.received).toHaveLength(4);
	});

	it('they come late, and others meanwhile', async () => {
		desk.deliveries.misbehave({ delayMs: 250 });
		desk.fire(2);
		expect(await desk.numbers()).toEqual([2, 1]);
	});

	it('they say what was the case when it happened', async () => {
		const payload = { id: '1', answers: { rooms: 3 } };
		desk.deliveries.misbehave({ delayMs: 5 });
		desk.deliveries.fire('form_submission', payload);
		payload.answers.rooms = 4;
		await desk.numbers();
		expect(desk.receiver.received[0]?.payload.answers).toEqual({ rooms: 3 });
	});

	it('they never come, which can be read', async () => {
		desk.deliveries.misbehave({ drop: true });
		desk.fire(1);
		expect(await desk.numbers()).toEqual([]);
		expect(desk.deliveries.read()).toMatchObject([
			{ payload: { id: '1' }, outcome: 'dropped', status: 0 },
		]);
	});

	it('all of them at once', async () => {
		await moveTo('/slow/100');
		const begun = performance.now();
		desk.fire(20);
		expect(await desk.numbers()).toHaveLength(20);
		expect(performance.now() - begun).toBeLessThan(1500);
	});
});

describe('an end', () => {
	it('comes to everything with a reset', async () => {
		const { deliveries } = desk;
		deliveries.misbehave({ delayMs: 60_000 });
		deliveries.misbehave({ drop: true });
		deliveries.misbehave({ copies: 5, times: Infinity });
		desk.fire(2);
		deliveries.hold();
		desk.fire(1);
		await desk.control('POST', 'reset');
		expect(await desk.numbers()).toEqual([]);
		expect(deliveries.read()).toEqual([]);
		await desk.listen(TYPES);
		desk.fire(1);
		expect(await desk.numbers()).toEqual([1]);
	});

	it('comes to what hangs when the sandbox closes, without a trace', async () => {
		await moveTo('/hang');
		const { deliveries } = desk;
		deliveries.hold();
		desk.fire(20);
		deliveries.release();
		desk.fire(20);
		await desk.receiver.arrived(21);
		await desk.visitor.sandbox.close();
		await deliveries.settled();
		expect(deliveries.read()).toEqual([]);
		expect(desk.receiver.received).toHaveLength(21);
	});
});
