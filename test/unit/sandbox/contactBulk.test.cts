import { record, type Json } from '../../../contract/json.cts';
import { ids } from '../../../sandbox/seed.cts';
import { strayAnswers, visit, type Visitor } from './visitor.cts';

const { tomas, amina, farid, foreign } = ids.contacts;
const { berg } = ids.crmCompanies;
const NONE = { created: 0, updated: 0, skipped: 0, failed: 0, issues: [] };

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
});
afterEach(async () => {
	await visitor.sandbox.close();
	expect(strayAnswers(visitor)).toEqual([]);
});

function contacts() {
	return visitor.sandbox.state.contacts;
}

function guests(count: number): Json[] {
	return Array.from({ length: count }, (_, number) => ({ email: `guest.${number}@example.com` }));
}

describe('import', () => {
	function bulk(list: readonly Json[], own: Json = {}) {
		return visitor.ask('POST', '/crm/bulk', { body: { contacts: list, ...own } });
	}

	it('makes a thousand contacts at once', async () => {
		const { status, body } = await bulk(guests(1000));
		expect(status).toBe(201);
		expect(body).toEqual({ ...NONE, created: 1000 });
		expect(contacts().at(ids.company, 'guest.999@example.com')).toMatchObject({
			tags: [],
			createdAt: '2026-03-02T08:00:00.000Z',
		});
	});

	it('skips a mail that is there already, or came before', async () => {
		const before = contacts().get(tomas);
		const { body } = await bulk([
			{ email: 'TOMAS.berg@example.net', lastName: 'Berge' },
			{ email: 'noor@example.net', firstName: 'Noor' },
			{ email: 'Noor@example.net', firstName: 'Nour' },
		]);
		expect(body).toEqual({ ...NONE, created: 1, skipped: 2 });
		expect(contacts().get(tomas)).toBe(before);
		expect(contacts().at(ids.company, 'noor@example.net')?.firstName).toBe('Noor');
	});

	it('or updates it as a single update would', async () => {
		const { body } = await bulk(
			[
				{ email: 'farid.garcia@example.net', tags: ['VIP'], additionalData: { industry: null } },
				{ email: 'noor@example.net', firstName: 'Noor', tags: ['Lead'] },
				{ email: 'noor@example.net', lastName: 'Haddad' },
			],
			{ updateExisting: true },
		);
		expect(body).toEqual({ ...NONE, created: 1, updated: 2 });
		expect(contacts().get(farid)).toMatchObject({
			title: 'Head of procurement',
			tags: ['VIP'],
			additionalData: { company_size: '11-to-50' },
		});
		expect(contacts().at(ids.company, 'noor@example.net')).toMatchObject({
			firstName: 'Noor',
			lastName: 'Haddad',
			tags: ['Lead'],
		});
	});

	it('phone numbers may be shared, and a mail of another company is free', async () => {
		const phoneNumber = '+43 1 555 0142';
		const { body } = await bulk([{ phoneNumber }, { phoneNumber }]);
		expect(body).toEqual({ ...NONE, created: 2 });
		contacts().delete(tomas);
		const again = await bulk([{ email: 'tomas.berg@example.net' }]);
		expect(again.body).toMatchObject({ created: 1 });
		expect(contacts().get(foreign)?.companyId).toBe(ids.foreignCompany);
	});

	it('one that cannot be imported does not hold up the others', async () => {
		const size = contacts().size;
		const { status, body } = await bulk([
			{ firstName: 'Noor', phoneNumber: '' },
			{ email: 'a@example.net', accountOwnerEmail: 'ingrid.solberg@example.org' },
			{ email: 'b@example.net', meetingTypeRef: 'Elsewhere' },
			{ email: 'c@example.net' },
		]);
		expect(status).toBe(201);
		expect(body).toEqual({
			...NONE,
			created: 1,
			failed: 3,
			issues: [
				{ index: 0, email: null, message: 'email or phoneNumber is required' },
				{ index: 1, email: 'a@example.net', message: 'accountOwnerEmail is unknown' },
				{ index: 2, email: 'b@example.net', message: 'meetingTypeRef is unknown' },
			],
		});
		expect(contacts().size).toBe(size + 1);
	});

	it('takes owner and type by what people call them', async () => {
		const { body } = await bulk([
			{
				email: 'a@example.net',
				accountOwnerEmail: 'James.Whitfield@example.org',
				meetingTypeRef: 'Site survey',
			},
			{ email: 'b@example.net', meetingTypeRef: ids.meetingTypes.oneToOne },
		]);
		expect(body).toEqual({ ...NONE, created: 2 });
		const made = contacts().at(ids.company, 'a@example.net');
		expect(made?.accountOwnerId).toBe(ids.users.james);
		expect(made).not.toHaveProperty('meetingTypeRef');
	});

	it('a company is found by id or name, and made once where there is none', async () => {
		const refs = [berg, 'berg heating', 'Solar House', 'Solar house'];
		const list = refs.map((crmCompanyRef, number) => ({ email: `${number}@a.net`, crmCompanyRef }));
		await bulk(list);
		const { crmCompanies } = visitor.sandbox.state;
		const [, made] = crmCompanies.values();
		expect([...crmCompanies.values()]).toHaveLength(2);
		expect(made).toMatchObject({ companyId: ids.company, name: 'Solar House' });
		const linked = refs.map((_, number) => contacts().at(ids.company, `${number}@a.net`));
		expect(linked.map((contact) => contact?.crmCompanyId)).toEqual([
			berg,
			berg,
			made?.id,
			made?.id,
		]);
		const body = { crmCompanyId: made?.id };
		expect((await visitor.ask('PATCH', `/crm/${amina}`, { body })).status).toBe(200);
	});

	it('a single bad mail makes all of it a 400', async () => {
		const list = guests(20).map((guest, index) => (index === 17 ? { email: 'guest' } : guest));
		const { status, body } = await bulk(list);
		expect([status, record(body).message]).toEqual([400, ['contacts.17.email must be an email']]);
		expect(contacts().size).toBe(9);
	});

	it.each([
		['nobody', [], 'contacts must contain at least 1 elements'],
		['too many', guests(1001), 'contacts must contain no more than 1000 elements'],
	])('%s is refused', async (_, list, message) => {
		const { status, body } = await bulk(list);
		expect([status, record(body).message]).toEqual([400, [message]]);
	});

	it('is possible three times a minute', async () => {
		await visitor.sandbox.close();
		visitor = await visit({ limiter: 'tokenBucket' });
		const statuses = [];
		for (let count = 0; count < 4; count += 1) statuses.push((await bulk(guests(1))).status);
		expect(statuses).toEqual([201, 201, 201, 429]);
		const body = { contactIds: [tomas] };
		expect((await visitor.ask('POST', '/crm/bulk-delete', { body })).status).toBe(201);
		visitor.sandbox.clock.advance(60_000);
		expect((await bulk(guests(1))).status).toBe(201);
	});
});

describe('delete', () => {
	function bulkDelete(contactIds: readonly string[]) {
		return visitor.ask('POST', '/crm/bulk-delete', { body: { contactIds } });
	}

	it('counts what it deleted, and skips the rest', async () => {
		const given = [tomas, amina.toUpperCase(), tomas, foreign, ids.company, 'nobody'];
		const { status, body } = await bulkDelete(given);
		expect([status, body]).toEqual([201, { requested: 6, deleted: 2, skipped: 4 }]);
		expect([tomas, amina, foreign].map((id) => contacts().has(id))).toEqual([false, false, true]);
	});

	it('takes one to five hundred', async () => {
		expect((await bulkDelete([])).status).toBe(400);
		const many = Array.from({ length: 501 }, (_, number) => `contact-${number}`);
		expect((await bulkDelete(many)).status).toBe(400);
		expect((await bulkDelete(many.slice(1))).body).toMatchObject({ skipped: 500 });
	});

	it('is possible three times a minute', async () => {
		await visitor.sandbox.close();
		visitor = await visit({ limiter: 'tokenBucket' });
		const statuses = [];
		for (let count = 0; count < 4; count += 1) statuses.push((await bulkDelete([tomas])).status);
		expect(statuses).toEqual([201, 201, 201, 429]);
	});
});
