import { list, record, type Json } from '../../../contract/json.cts';
import { PLAIN_CONTACT } from '../../../sandbox/contacts/write.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { strayAnswers, visit, type Visit, type Visitor } from './visitor.cts';

const { tomas, amina, bruno, chidi, elif, farid, greta, office, foreign } = ids.contacts;
const { lena } = ids.users;
const NEWEST_FIRST = [office, greta, farid, elif, chidi, bruno, amina, tomas];

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
});
afterEach(async () => {
	await visitor.sandbox.close();
	expect(strayAnswers(visitor)).toEqual([]);
});

function search(query: Visit['query'] = {}, how: Visit = {}) {
	return visitor.ask('GET', '/crm', { ...how, query });
}

async function found(query: Visit['query'] = {}, how: Visit = {}): Promise<unknown[]> {
	const { body } = await search(query, how);
	return list(record(body).result).map((each) => record(record(each).item).id);
}

/** Puts so many contacts into the state, each made a second after the one before. */
function fill(count: number, own: Json = {}): void {
	const { contacts } = visitor.sandbox.state;
	for (let number = 0; number < count; number += 1) {
		const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
		const made = new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString();
		const basics = { companyId: ids.company, createdAt: made, updatedAt: made };
		const email = `guest.${number}@example.com`;
		contacts.set(id, { ...PLAIN_CONTACT, id, ...basics, email, ...own });
	}
}

describe('search', () => {
	it('wraps the contacts of the company, the newest first', async () => {
		const { status, body } = await search();
		expect(status).toBe(200);
		expect(body).toMatchObject({ page: 1, limit: 20, total: 8, totalPages: 1 });
		expect(await found()).toEqual(NEWEST_FIRST);
		expect(list(record(body).result).at(-1)).toMatchObject({
			item: {
				id: tomas,
				firstName: 'Tomas',
				lastName: 'Berg',
				email: 'tomas.berg@example.net',
				tags: ['Customer', 'Heat pump'],
				accountOwnerId: lena,
				crmCompanyId: ids.crmCompanies.berg,
				additionalData: { industry: 'construction', budget: 24000, newsletter: true },
				title: null,
				noShowCount: 0,
			},
			nextAppointmentIso: '2026-03-10T08:00:00.000Z',
		});
	});

	it('is the same for everybody of the company, and for a token of the contacts alone', async () => {
		expect(await found({}, { token: credentials.memberToken })).toEqual(NEWEST_FIRST);
		expect(await found({}, { token: credentials.crmOnlyToken })).toEqual(NEWEST_FIRST);
		expect(await found({}, { token: credentials.platformKey })).toEqual(NEWEST_FIRST);
		expect((await search({}, { token: credentials.schedulingOnlyToken })).status).toBe(403);
	});

	it('shows another company its own', async () => {
		expect(await found({}, { token: credentials.foreignToken })).toEqual([foreign]);
	});

	it.each([
		['the first name', 'tomAS', [tomas]],
		['the end of the last name', 'addad', [greta]],
		['both names', 'elif fon', [elif]],
		['the mail', 'haddad@example', [greta]],
		['the phone number', '555 01', [elif]],
		['part of all mails', 'EXAMPLE.net', NEWEST_FIRST.filter((id) => id !== elif)],
		['nobody', 'berg tomas', []],
		['nothing', '', NEWEST_FIRST],
	])('finds %s', async (_, searchTerm, expected) => {
		expect(await found({ searchTerm })).toEqual(expected);
	});

	it('finds those with at least one of the tags', async () => {
		expect(await found({ tags: 'Lead' })).toEqual([greta, amina]);
		expect(await found({ tags: ['Trade fair', 'Customer'] })).toEqual([greta, chidi, tomas]);
		expect(await found({ tags: 'lead' })).toEqual([]);
	});

	it('finds those of an owner, and joins its conditions', async () => {
		expect(await found({ ownerId: lena })).toEqual([tomas]);
		expect(await found({ ownerId: lena.toUpperCase() })).toEqual([tomas]);
		expect(await found({ ownerId: lena, tags: 'Lead' })).toEqual([]);
		expect((await search({ ownerId: 'lena' })).status).toBe(400);
	});

	it.each([
		[{ sortBy: 'firstName' }, [amina, bruno, chidi, elif, farid, greta, tomas, office]],
		[
			{ sortBy: 'lastName', sortOrder: 'DESC' },
			[office, greta, farid, elif, chidi, bruno, amina, tomas],
		],
		[{ sortBy: 'email' }, [amina, bruno, chidi, farid, greta, office, tomas, elif]],
		[{ sortBy: 'createdAt', sortOrder: 'ASC' }, [...NEWEST_FIRST].reverse()],
		[{ sortOrder: 'ASC' }, [...NEWEST_FIRST].reverse()],
		[{ sortBy: 'createdAt', sortOrder: 'DESC' }, NEWEST_FIRST],
	])('%j orders', async (query, expected) => {
		expect(await found(query)).toEqual(expected);
	});

	it('its pages have neither gaps nor repetitions, even where all were made at once', async () => {
		fill(1000, { createdAt: '2026-01-01T00:00:00.000Z' });
		const seen = new Set<unknown>();
		for (let page = 1; page <= 11; page += 1) {
			const { body } = await search({ page, limit: 100 });
			expect(body).toMatchObject({ page, limit: 100, total: 1008, totalPages: 11 });
			const { result } = record(body);
			expect(list(result)).toHaveLength(page < 11 ? 100 : 8);
			for (const each of list(result)) seen.add(record(record(each).item).id);
		}
		expect(seen.size).toBe(1008);
		expect((await search({ page: 12, limit: 100 })).body).toMatchObject({ result: [] });
	});

	it.each([
		['a page before the first', { page: 0 }, 'page must not be less than 1'],
		['too large a page', { limit: 101 }, 'limit must not be greater than 100'],
		[
			'an unknown order',
			{ sortBy: 'name' },
			'sortBy must be one of the following values: firstName, lastName, email, createdAt',
		],
	])('refuses %s', async (_, query, message) => {
		const { status, body } = await search(query);
		expect([status, record(body).message]).toEqual([400, [message]]);
	});
});

describe('details', () => {
	function details(query: Visit['query'], how: Visit = {}) {
		return visitor.ask('GET', '/crm/details', { ...how, query });
	}

	it('shows a contact with its appointments', async () => {
		const { status, body } = await details({ contactId: tomas });
		expect(status).toBe(200);
		expect(body).toEqual({
			item: expect.objectContaining({ id: tomas, updatedAt: '2025-09-01T08:00:00.000Z' }),
			appointments: [
				{
					id: ids.appointments.confirmed,
					title: 'Site survey',
					start: '2026-03-10T08:00:00.000Z',
					end: '2026-03-10T08:45:00.000Z',
					meetingTypeId: ids.meetingTypes.oneToOne,
					hostIds: [lena],
					isCancelled: false,
				},
			],
			nextAppointmentIso: '2026-03-10T08:00:00.000Z',
		});
		expect(record(record(body).item)).not.toHaveProperty('companyId');
	});

	it('nothing comes of a cancelled appointment', async () => {
		expect((await details({ contactId: chidi })).body).toMatchObject({
			appointments: [{ id: ids.appointments.cancelled, isCancelled: true }],
			nextAppointmentIso: null,
		});
	});

	it('finds the contact who attends', async () => {
		const { groupFirst, groupSecond } = ids.attendees;
		expect((await details({ attendeeId: groupFirst })).body).toMatchObject({ item: { id: amina } });
		expect((await details({ attendeeId: groupSecond })).body).toMatchObject({
			item: { id: bruno },
		});
	});

	it('shows nobody of another company, and nobody who is unknown', async () => {
		expect((await details({ contactId: foreign })).status).toBe(404);
		expect((await details({ contactId: ids.company })).status).toBe(404);
		expect((await details({ attendeeId: ids.company })).status).toBe(404);
		const elsewhere = { token: credentials.foreignToken };
		expect((await details({ contactId: tomas }, elsewhere)).status).toBe(404);
		expect((await details({ attendeeId: ids.attendees.confirmed }, elsewhere)).status).toBe(404);
		expect((await details({ contactId: foreign }, elsewhere)).body).toMatchObject({
			item: { email: 'tomas.berg@example.net' },
			appointments: [],
			nextAppointmentIso: null,
		});
	});

	it('wants to know who', async () => {
		const { status, body } = await details({});
		expect([status, record(body).message]).toEqual([400, 'Expected contactId or attendeeId']);
		expect((await details({ contactId: '17' })).status).toBe(400);
	});
});
