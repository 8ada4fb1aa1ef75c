import { record, type Json } from '../../../contract/json.cts';
import { WEBHOOK_TYPES } from '../../../sandbox/records/webhooks.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { payloadDeviations } from './receiver.cts';
import { bookingOf, strayAnswers } from './visitor.cts';
import { WebhookDesk } from './webhookDesk.cts';

const { lena, ingrid } = ids.users;
const { oneToOne } = ids.meetingTypes;
const { confirmed } = ids.appointments;
const asIngrid = { token: credentials.foreignToken };

let desk: WebhookDesk;
beforeEach(async () => {
	desk = await WebhookDesk.open();
});
afterEach(async () => {
	await desk.close();
	expect(strayAnswers(desk.visitor)).toEqual([]);
	expect(desk.receiver.received.flatMap(({ payload }) => payloadDeviations(payload))).toEqual([]);
});

describe('what the API does not bring about', () => {
	it.each(WEBHOOK_TYPES)('is fired: %s', async (webhookType) => {
		await desk.listen([webhookType]);
		const payload = { id: confirmed, start: '2026-03-10T09:00:00Z', end: '2026-03-10T10:00:00Z' };
		const own = webhookType.startsWith('booking_') ? payload : {};
		expect(desk.deliveries.fire(webhookType, own)).toBe(1);
		expect(await desk.told()).toEqual([{ webhookType, ...own }]);
	});

	it('is fired for another company', async () => {
		await desk.listen(['review_submitted']);
		await desk.listen(['review_submitted'], '/ingrid', asIngrid);
		const { deliveries } = desk;
		expect(deliveries.fire('review_submitted', {}, ids.foreignCompany)).toBe(1);
		expect(deliveries.fire('review_published', {})).toBe(0);
		expect(await desk.paths()).toEqual(['/ingrid']);
	});

	const fire = (body: Json) => desk.control('POST', 'event', body);

	it('is fired from outside', async () => {
		await desk.listen(['form_submission']);
		const event = { webhookType: 'form_submission', answers: { 'Heating type': 'oil' } };
		expect((await fire(event)).body).toEqual({ fired: 'form_submission', endpoints: 1 });
		expect(await desk.told()).toEqual([event]);
		const { status, body } = await fire({ webhookType: 'form_opened' });
		expect([status, record(body).message]).toEqual([400, expect.stringMatching(/^webhookType is/)]);
	});

	it('is fired from outside for the company that it names', async () => {
		await desk.listen();
		await desk.listen(['new_employee'], '/ingrid', asIngrid);
		const event = { webhookType: 'new_employee', companyId: ids.foreignCompany };
		expect((await fire(event)).body).toMatchObject({ endpoints: 1 });
		expect(await desk.told()).toEqual([event]);
	});
});

describe('who hears of it', () => {
	it('every endpoint that listens, of this company alone', async () => {
		await desk.listen(['booking_created'], '/first');
		await desk.listen(['booking_cancelled', 'booking_created'], '/second');
		await desk.listen(['booking_cancelled'], '/other');
		await desk.listen(WEBHOOK_TYPES, '/ingrid', asIngrid);
		await desk.visitor.book({});
		expect(await desk.paths()).toEqual(['/first', '/second']);
	});

	it('those of the other company, of what happens there', async () => {
		await desk.listen(WEBHOOK_TYPES, '/lena');
		await desk.listen(WEBHOOK_TYPES, '/ingrid', asIngrid);
		const own = { meetingTypeId: ids.meetingTypes.foreign, hostIds: [ingrid] };
		expect((await desk.visitor.book({ ...own, ignoreAvailability: true }, asIngrid)).status).toBe(
			201,
		);
		expect(await desk.paths()).toEqual(['/ingrid']);
	});

	it('an address that is registered twice, twice', async () => {
		await desk.listen();
		await desk.listen();
		await desk.visitor.book({});
		expect(await desk.paths()).toEqual(['/in', '/in']);
	});

	it('nobody who was removed or listens to something else by now', async () => {
		const [changed, removed] = [await desk.listen(), await desk.listen()];
		await desk.visitor.ask('PATCH', changed, { body: { eventTypes: ['booking_cancelled'] } });
		await desk.visitor.ask('DELETE', removed);
		await desk.visitor.book({});
		expect(await desk.paths()).toEqual([]);
	});

	it('a new address, once it has changed', async () => {
		const path = await desk.listen();
		await desk.visitor.ask('PATCH', path, { body: { endpoint: `${desk.receiver.url}/moved` } });
		await desk.visitor.book({});
		expect(await desk.paths()).toEqual(['/moved']);
	});
});

describe('the request', () => {
	it('is answered whatever the endpoint does', async () => {
		await desk.listen(WEBHOOK_TYPES, '/hang');
		expect((await desk.visitor.book({})).status).toBe(201);
		expect(desk.deliveries.read()).toEqual([]);
	});

	it('may lose its answer and still be told of', async () => {
		await desk.listen();
		desk.visitor.sandbox.faults.add({ kind: 'reset', when: 'after' });
		await expect(desk.visitor.book({})).rejects.toThrow();
		expect(await desk.told()).toHaveLength(1);
	});
});

describe('the record', () => {
	async function outcomes() {
		const { deliveries } = desk;
		await deliveries.settled();
		return deliveries.read().map(({ outcome, status }) => [outcome, status]);
	}

	it('shows what was sent, where to, and how it was answered', async () => {
		await desk.listen(WEBHOOK_TYPES, '/status/410');
		await desk.visitor.book({});
		const [payload] = await desk.told();
		expect(desk.deliveries.read()).toEqual([
			{
				webhookId: 1,
				endpoint: `${desk.receiver.url}/status/410`,
				webhookType: 'booking_created',
				payload,
				outcome: 'answered',
				status: 410,
			},
		]);
	});

	it.each([200, 204, 302, 500])('nothing is sent again after %i', async (status) => {
		await desk.listen(WEBHOOK_TYPES, `/status/${status}`);
		await desk.visitor.book({});
		expect(await outcomes()).toEqual([['answered', status]]);
		expect(desk.receiver.received).toHaveLength(1);
	});

	it('an answer that does not come in time is none', async () => {
		await desk.close();
		desk = await WebhookDesk.open({ webhookTimeoutMs: 500 });
		await desk.listen(WEBHOOK_TYPES, '/hang');
		await desk.listen(WEBHOOK_TYPES, '/slow/20');
		await desk.visitor.book({});
		expect(await outcomes()).toEqual([
			['answered', 200],
			['failed', 0],
		]);
	});

	it('where nobody is at home, it fails', async () => {
		await desk.listen();
		await desk.receiver.close();
		await desk.visitor.book({});
		expect(await outcomes()).toEqual([['failed', 0]]);
	});

	it('holds the last thousand, for readers outside too', async () => {
		await desk.listen();
		const { deliveries } = desk;
		deliveries.misbehave({ drop: true, times: Infinity });
		desk.fire(2500);
		const last = deliveries.read();
		expect([last.length, last.at(0)?.payload.id, last.at(-1)?.payload.id]).toEqual([
			1000,
			'1501',
			'2500',
		]);
		const { body } = await desk.control('GET', 'deliveries');
		expect(body).toEqual({ deliveries: last });
	});

	it('can be read when all is done', async () => {
		await desk.listen(WEBHOOK_TYPES, '/slow/20');
		await desk.visitor.book({});
		const { body } = await desk.control('GET', 'deliveries?settled');
		expect(body).toMatchObject({ deliveries: [{ outcome: 'answered', status: 200 }] });
	});
});

it('a crowd is told of one by one, and all of it', async () => {
	await desk.listen();
	const starts = await desk.visitor.slots({
		meetingTypeId: oneToOne,
		hostIds: lena,
		start: '2026-03-03',
		end: '2026-03-11',
	});
	const bookings = starts.map((start) =>
		desk.visitor.ask('POST', '/v4/booking', { body: bookingOf({ start }) }),
	);
	const booked = (await Promise.all(bookings)).filter(({ status }) => status === 201);
	const payloads = await desk.told();
	expect(booked.length).toBeGreaterThan(20);
	expect(payloads.map(({ id }) => id).sort()).toEqual(
		booked.map(({ body }) => record(body).appointmentId).sort(),
	);
});
