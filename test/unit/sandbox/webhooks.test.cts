import { list, record, type Json } from '../../../contract/json.cts';
import { loadContract } from '../../../contract/load.cts';
import { WEBHOOK_TYPES } from '../../../sandbox/records/webhooks.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { strayAnswers, visit, type Visit, type Visitor } from './visitor.cts';

const PATH = '/webhooks';
const NOW = '2026-03-02T08:00:00.000Z';
const asLena = { token: credentials.platformKey, actAs: ids.users.lena };
const asJames = { token: credentials.memberToken };
const asIngrid = { token: credentials.foreignToken };
const wish = { endpoint: 'https://hooks.example.org/in', eventTypes: ['booking_created'] };

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
});
afterEach(async () => {
	await visitor.sandbox.close();
	expect(strayAnswers(visitor)).toEqual([]);
});

function create(own: Json = {}, how: Visit = {}) {
	return visitor.ask('POST', PATH, { ...how, body: { ...wish, ...own } });
}

function change(id: unknown, body: Json, how: Visit = {}) {
	return visitor.ask('PATCH', `${PATH}/${String(id)}`, { ...how, body });
}

function remove(id: unknown, how: Visit = {}) {
	return visitor.ask('DELETE', `${PATH}/${String(id)}`, how);
}

async function listed(how: Visit = {}): Promise<readonly unknown[]> {
	return list((await visitor.ask('GET', PATH, how)).body);
}

it('the sandbox knows the events of the contract', () => {
	const { schemas } = loadContract();
	const { enum: types } = schemas.resolve({ $ref: '#/components/schemas/WebhookEventType' });
	expect(types).toEqual(WEBHOOK_TYPES);
});

describe('a new webhook', () => {
	it('has a number for an id, and is of the company', async () => {
		const { status, body } = await create({ description: 'CRM feed' });
		expect(status).toBe(201);
		expect(body).toEqual({
			...wish,
			id: 1,
			description: 'CRM feed',
			companyId: ids.company,
			createdAt: NOW,
			updatedAt: NOW,
		});
		expect(await listed()).toEqual([body]);
	});

	it('needs no description, no https and no address of its own', async () => {
		const endpoint = 'http://127.0.0.1:5678/webhook/in';
		const replies = [await create({ endpoint }), await create({ endpoint })];
		expect(replies.map(({ body }) => body)).toMatchObject([
			{ id: 1, endpoint, description: null },
			{ id: 2, endpoint, description: null },
		]);
	});

	it('never gets the id of an earlier one', async () => {
		await create();
		await remove(1);
		expect(record((await create()).body).id).toBe(2);
	});

	it.each([
		['no endpoint', { endpoint: undefined }, 'endpoint must be a string'],
		['a word for one', { endpoint: 'hooks' }, 'endpoint must be a URL address'],
		['another kind of address', { endpoint: 'ftp://a.example' }, 'endpoint must be a URL address'],
		['no events', { eventTypes: undefined }, 'eventTypes must be an array'],
		['none of them', { eventTypes: [] }, 'eventTypes must contain at least 1 elements'],
		[
			'an unknown event',
			{ eventTypes: ['booking_created', 'booking_moved'] },
			`eventTypes.1 must be one of the following values: ${WEBHOOK_TYPES.join(', ')}`,
		],
	])('%s is refused', async (_, own, message) => {
		const { status, body } = await create(own);
		expect([status, record(body).message]).toEqual([400, [message]]);
		expect(await listed()).toEqual([]);
	});
});

describe('six of them', () => {
	it('are as many as a company may have, whoever makes them', async () => {
		const makers = [{}, asJames, asLena];
		for (const how of [...makers, ...makers]) expect((await create({}, how)).status).toBe(201);
		const { status, body } = await create();
		expect(status).toBe(406);
		expect(body).toEqual({
			statusCode: 406,
			message: 'Webhook limit reached',
			error: 'Not Acceptable',
		});
		expect((await create({}, asIngrid)).status).toBe(201);
		await remove(3);
		expect((await create()).status).toBe(201);
	});

	it('are the most when all ask at once, too', async () => {
		const replies = await Promise.all(Array.from({ length: 20 }, () => create()));
		expect(replies.filter(({ status }) => status === 201)).toHaveLength(6);
		expect(replies.filter(({ status }) => status === 406)).toHaveLength(14);
	});
});

describe('a change', () => {
	it('replaces what is given, the list of events as a whole', async () => {
		await create({ description: 'CRM feed', eventTypes: ['booking_created', 'new_employee'] });
		visitor.sandbox.clock.advance(1000);
		const { status, body } = await change(1, { eventTypes: ['booking_cancelled'] });
		expect(status).toBe(200);
		expect(body).toEqual({
			...wish,
			id: 1,
			description: 'CRM feed',
			eventTypes: ['booking_cancelled'],
			companyId: ids.company,
			createdAt: NOW,
			updatedAt: '2026-03-02T08:00:01.000Z',
		});
		await change(1, { endpoint: 'https://hooks.example.org/out', description: 'Feed' });
		expect(await listed()).toMatchObject([
			{
				endpoint: 'https://hooks.example.org/out',
				description: 'Feed',
				eventTypes: ['booking_cancelled'],
			},
		]);
	});

	it.each([{ endpoint: 'mailto:lena@example.org' }, { eventTypes: [] }])(
		'to what none may have is refused: %j',
		async (body) => {
			await create();
			expect((await change(1, body)).status).toBe(400);
			expect(await listed()).toMatchObject([wish]);
		},
	);
});

describe('the end', () => {
	it.each([200, 204] as const)('is told with an empty body: %i', async (status) => {
		visitor.sandbox.state.webhookDeleteStatus = status;
		await create();
		expect(await remove(1)).toMatchObject({ status, text: '' });
		expect(await listed()).toEqual([]);
		expect((await remove(1)).status).toBe(404);
	});
});

describe('who may', () => {
	it('everybody of the company, with either kind of credential', async () => {
		const { body } = await create({}, asJames);
		const { id } = record(body);
		expect(await listed(asLena)).toEqual([body]);
		expect((await change(id, { description: 'Ours' }, asLena)).status).toBe(200);
		expect(await listed()).toMatchObject([{ id, description: 'Ours' }]);
		expect((await remove(id)).status).toBe(200);
	});

	it('a platform key names whom it acts as', async () => {
		const { status } = await visitor.ask('GET', PATH, { token: credentials.platformKey });
		expect(status).toBe(400);
	});

	it('a limited token needs the account group', async () => {
		const account = { token: credentials.accountOnlyToken };
		expect((await create({}, account)).status).toBe(201);
		expect(await listed(account)).toHaveLength(1);
		for (const token of [credentials.schedulingOnlyToken, credentials.crmOnlyToken]) {
			const replies = [
				await visitor.ask('GET', PATH, { token }),
				await create({}, { token }),
				await change(1, {}, { token }),
				await remove(1, { token }),
			];
			expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
		}
	});

	it('nobody sees those of another company', async () => {
		await create({}, asIngrid);
		expect(await listed()).toEqual([]);
		expect((await change(1, {})).status).toBe(404);
		expect((await remove(1)).status).toBe(404);
		expect(await listed(asIngrid)).toHaveLength(1);
	});

	it.each(['7', 'first', '1.0', '01'])('an unknown id is a 404: %s', async (id) => {
		await create();
		const { status, body } = await change(id, {});
		expect([status, record(body).message]).toEqual([404, 'Webhook not found']);
	});
});

it('they are part of the state, and a reset forgets them', async () => {
	await create();
	const { body } = await visitor.ask('GET', '/__sandbox/state', { token: null });
	expect(record(record(body).records).webhooks).toMatchObject([wish]);
	visitor.sandbox.state.webhookDeleteStatus = 204;
	await visitor.ask('POST', '/__sandbox/reset', { token: null });
	expect(await listed()).toEqual([]);
	expect(visitor.sandbox.state.webhookDeleteStatus).toBe(200);
});
