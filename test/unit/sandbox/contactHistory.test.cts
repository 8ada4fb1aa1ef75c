import { list, record } from '../../../contract/json.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { strayAnswers, visit, type Visit, type Visitor } from './visitor.cts';

const { tomas, chidi, office, foreign } = ids.contacts;
const { question, answer } = ids.crmEmails;
const { confirmed } = ids.appointments;
const note = ids.crmNotes.tomas;

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
});
afterEach(async () => {
	await visitor.sandbox.close();
	expect(strayAnswers(visitor)).toEqual([]);
});

function ask(what: 'activity' | 'emails', id: string, query: Visit['query'] = {}) {
	return visitor.ask('GET', `/crm/contacts/${id}/${what}`, { query });
}

describe('activity', () => {
	async function seen(id: string, query: Visit['query'] = {}): Promise<unknown[]> {
		const { body } = await ask('activity', id, query);
		return list(record(body).items).map((item) => record(item).id);
	}

	it('holds meetings, notes and mails, the latest first', async () => {
		const { status, body } = await ask('activity', tomas);
		expect(status).toBe(200);
		expect(body).toMatchObject({
			items: [
				{
					id: confirmed,
					type: 'meeting',
					occurredAt: '2026-03-10T08:00:00.000Z',
					title: 'Site survey',
					status: 'confirmed',
					owner: { id: ids.users.lena },
				},
				{ id: note, type: 'note', summary: 'The cellar floods in spring.' },
				{ id: answer, type: 'email', title: 'Re: Heat pump for the cellar', direction: 'outbound' },
				{ id: question, type: 'email', source: 'google', direction: 'inbound' },
			],
			nextCursor: null,
			hasMore: false,
		});
	});

	it('tells a cancelled meeting', async () => {
		const { body } = await ask('activity', chidi);
		expect(record(body).items).toMatchObject([{ type: 'meeting', status: 'cancelled' }]);
	});

	it('is empty for somebody with whom nothing happened', async () => {
		expect((await ask('activity', office)).body).toEqual({
			items: [],
			nextCursor: null,
			hasMore: false,
		});
	});

	it('shows the types that are asked for', async () => {
		expect(await seen(tomas, { types: 'email' })).toEqual([answer, question]);
		expect(await seen(tomas, { types: ['meeting', 'note'] })).toEqual([confirmed, note]);
		expect(await seen(tomas, { types: 'deal' })).toEqual([]);
	});

	it('goes on from a cursor, whatever came on top meanwhile', async () => {
		const first = record((await ask('activity', tomas, { limit: 2 })).body);
		expect(list(first.items)).toMatchObject([{ id: confirmed }, { id: note }]);
		expect(first.hasMore).toBe(true);
		const late = { contactId: tomas, authorId: ids.users.lena, content: 'Called back' };
		const made = { id: ids.queue, createdAt: '2026-03-02T08:00:00.000Z' };
		visitor.sandbox.state.crmNotes.set(made.id, { ...late, ...made });
		const cursor = String(first.nextCursor);
		const second = await ask('activity', tomas, { limit: 2, cursor });
		expect(second.body).toMatchObject({
			items: [{ id: answer }, { id: question }],
			nextCursor: null,
			hasMore: false,
		});
	});

	it('its pages are full, thirty at a time unless asked otherwise', async () => {
		const { crmEmails } = visitor.sandbox.state;
		const template = crmEmails.get(question);
		if (!template) throw new Error('The seed has lost a mail');
		for (let number = 0; number < 100; number += 1) {
			const id = `mail-${number}`;
			// Ten at a time were sent at once.
			const sentAt = `2025-11-${10 + Math.floor(number / 10)}T08:00:00.000Z`;
			crmEmails.set(id, { ...template, id, sentAt });
		}
		const sizes: number[] = [];
		const all: unknown[] = [];
		let cursor: string | undefined;
		do {
			const { body } = await ask('activity', tomas, cursor === undefined ? {} : { cursor });
			const { items, nextCursor } = record(body);
			sizes.push(list(items).length);
			all.push(...list(items).map((item) => record(item).id));
			cursor = typeof nextCursor === 'string' ? nextCursor : undefined;
		} while (cursor !== undefined);
		expect(sizes).toEqual([30, 30, 30, 14]);
		expect(new Set(all).size).toBe(104);
	});

	it.each([
		['one made up', { cursor: 'page-2' }],
		['an empty one', { cursor: '' }],
		['a number', { cursor: '30' }],
	])('refuses %s as cursor', async (_, query) => {
		const { status, body } = await ask('activity', tomas, query);
		expect([status, record(body).message]).toEqual([400, ['cursor is invalid']]);
	});

	it('refuses a limit over fifty, and knows nobody elsewhere', async () => {
		expect((await ask('activity', tomas, { limit: 51 })).status).toBe(400);
		expect((await ask('activity', foreign)).status).toBe(404);
		expect((await ask('activity', 'nobody')).status).toBe(404);
	});
});

describe('emails', () => {
	it('are listed from the latest', async () => {
		const { status, body } = await ask('emails', tomas);
		expect(status).toBe(200);
		expect(body).toMatchObject({
			data: [
				{ id: answer, fromEmail: 'lena.okafor@example.org', direction: 'outbound' },
				{ id: question, toEmails: ['lena.okafor@example.org'], contactId: tomas },
			],
			total: 2,
		});
	});

	it('come in parts', async () => {
		expect((await ask('emails', tomas, { limit: 1, offset: 1 })).body).toMatchObject({
			data: [{ id: question }],
			total: 2,
		});
		expect((await ask('emails', tomas, { offset: 2 })).body).toEqual({ data: [], total: 2 });
		expect((await ask('emails', tomas, { limit: 0 })).status).toBe(400);
	});

	it('are none of another company', async () => {
		expect((await ask('emails', foreign)).status).toBe(404);
		expect((await ask('emails', office)).body).toEqual({ data: [], total: 0 });
		const token = credentials.foreignToken;
		const path = `/crm/contacts/${tomas}/emails`;
		expect((await visitor.ask('GET', path, { token })).status).toBe(404);
	});
});
