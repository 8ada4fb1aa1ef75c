import { record, type Json } from '../../../contract/json.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { atScale } from '../../scale.cts';
import { strayAnswers, visit, type Visit, type Visitor } from './visitor.cts';

const { tomas, amina, elif, farid, greta, foreign } = ids.contacts;
const { james, ingrid } = ids.users;
const MANY = atScale(2000, 200);
const NOW = '2026-03-02T08:00:00.000Z';

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
});
afterEach(async () => {
	await visitor.sandbox.close();
	expect(strayAnswers(visitor)).toEqual([]);
});

function known(id: string) {
	return visitor.sandbox.state.contacts.get(id);
}

function refused(status: number, message: unknown) {
	return { status, body: { statusCode: status, message } };
}

describe('create', () => {
	function create(body: Json, how: Visit = {}) {
		return visitor.ask('POST', '/crm', { ...how, body });
	}

	it('answers with the wrapped contact', async () => {
		const own = {
			firstName: 'Noor',
			lastName: 'Haddad',
			email: 'noor.haddad@example.net',
			phoneNumber: '+47 22 55 01 77',
			tags: ['Lead'],
			notes: 'Met at the fair',
			accountOwnerId: james,
			crmCompanyId: ids.crmCompanies.berg,
			address: { city: 'Oslo' },
			additionalData: { industry: 'energy' },
		};
		const { status, body } = await create(own);
		expect(status).toBe(201);
		const { item, ...rest } = record(body);
		expect(rest).toEqual({ appointments: [], nextAppointmentIso: null });
		expect(item).toMatchObject({ ...own, noShowCount: 0, createdAt: NOW, updatedAt: NOW });
		expect(known(String(record(item).id))).toEqual({ ...record(item), companyId: ids.company });
	});

	it('drops what only an update takes, without an error', async () => {
		const dropped = {
			title: 'Owner',
			employer: 'Haddad Ltd',
			seniority: 'C-level',
			function: 'Sales',
			location: 'Bergen',
			language: 'no',
		};
		const { status, body } = await create({
			email: 'noor@example.net',
			...dropped,
			colour: 'blue',
		});
		expect(status).toBe(201);
		const { item } = record(body);
		const names = Object.keys(dropped);
		expect(names.map((name) => record(item)[name])).toEqual(names.map(() => null));
		expect(item).not.toHaveProperty('colour');
	});

	it('keeps custom data of any name', async () => {
		const additionalData = { industri: 'energy', 'Two words': [1, 2], gone: null };
		const { body } = await create({ email: 'noor@example.net', additionalData });
		expect(record(record(body).item).additionalData).toEqual({
			industri: 'energy',
			'Two words': [1, 2],
		});
	});

	it.each([
		['of another contact', 'tomas.berg@example.net'],
		['in other letters', 'TOMAS.Berg@example.net'],
		['of one who has it in other letters', 'greta.haddad@example.net'],
	])('a mail %s is taken', async (_, email) => {
		expect(await create({ email })).toMatchObject(refused(400, 'email already exists'));
		expect(visitor.sandbox.state.contacts.size).toBe(9);
	});

	it('a mail of another company is not, and a phone number never', async () => {
		const elsewhere = { token: credentials.foreignToken };
		expect((await create({ email: 'amina.costa@example.net' }, elsewhere)).status).toBe(201);
		const { phoneNumber } = known(elif) ?? {};
		expect((await create({ phoneNumber })).status).toBe(201);
		expect((await create({ phoneNumber, email: 'noor@example.net' })).status).toBe(201);
	});

	it('a mail is free again when its contact is gone, or has another', async () => {
		await visitor.ask('DELETE', `/crm/${tomas}`);
		expect((await create({ email: 'tomas.berg@example.net' })).status).toBe(201);
		const body = { email: 'amina@example.net' };
		await visitor.ask('PATCH', `/crm/${amina}`, { body });
		expect((await create({ email: 'amina.costa@example.net' })).status).toBe(201);
	});

	it.each([
		[
			'neither mail nor phone',
			{ firstName: 'Noor' },
			['email must be a string', 'phoneNumber must be a string'],
		],
		['an empty phone alone', { phoneNumber: '' }, ['phoneNumber should not be empty']],
		['a mail that is none', { email: 'noor' }, ['email must be an email']],
		['an empty mail', { email: '', phoneNumber: '1' }, ['email must be an email']],
		['tags that are no list', { phoneNumber: '1', tags: 'Lead' }, ['tags must be an array']],
		[
			'a long city',
			{ phoneNumber: '1', address: { city: 'x'.repeat(256) } },
			['address.city must be shorter than or equal to 255 characters'],
		],
		[
			'an owner elsewhere',
			{ phoneNumber: '1', accountOwnerId: ingrid },
			['accountOwnerId must be a user of this company'],
		],
		[
			'an unknown company',
			{ phoneNumber: '1', crmCompanyId: ids.company },
			['crmCompanyId must be a company of the CRM'],
		],
	])('%s is refused', async (_, body, message) => {
		expect(await create(body)).toMatchObject(refused(400, message));
		expect(visitor.sandbox.state.contacts.size).toBe(9);
	});

	it(`${MANY} one after another are all there, each by its mail`, async () => {
		for (let number = 0; number < MANY; number += 1) {
			const { status } = await create({ email: `guest.${number}@example.com` });
			expect(status).toBe(201);
		}
		expect(visitor.sandbox.state.contacts.size).toBe(9 + MANY);
		expect((await create({ email: 'Guest.123@example.com' })).status).toBe(400);
	});
});

describe('update', () => {
	function update(id: string, body: Json, how: Visit = {}) {
		return visitor.ask('PATCH', `/crm/${id}`, { ...how, body });
	}

	it('changes what is given, and answers with an empty body', async () => {
		const before = known(tomas);
		const own = { lastName: 'Berge', title: 'Owner', language: 'en', location: 'Bergen' };
		const { status, text } = await update(tomas, own);
		expect([status, text]).toEqual([200, '']);
		expect(known(tomas)).toEqual({ ...before, ...own, updatedAt: NOW });
	});

	it('tags and address are replaced, custom data is merged', async () => {
		await update(farid, {
			tags: ['VIP'],
			address: { city: 'Bergen' },
			additionalData: { industry: null, budget: 1 },
		});
		expect(known(farid)).toMatchObject({ tags: ['VIP'] });
		expect(known(farid)?.address).toEqual({ city: 'Bergen' });
		expect(known(farid)?.additionalData).toEqual({ company_size: '11-to-50', budget: 1 });
		await update(farid, { tags: [] });
		expect(known(farid)?.tags).toEqual([]);
	});

	it('null unlinks the company, and nothing else may be null', async () => {
		expect((await update(farid, { crmCompanyId: null })).status).toBe(200);
		expect(known(farid)?.crmCompanyId).toBeNull();
		expect((await update(farid, { email: null })).status).toBe(400);
	});

	it('the own mail may be written otherwise, that of somebody else is taken', async () => {
		expect((await update(greta, { email: 'greta.haddad@example.net' })).status).toBe(200);
		expect(known(greta)?.email).toBe('greta.haddad@example.net');
		const email = 'Amina.Costa@example.net';
		expect(await update(greta, { email })).toMatchObject(refused(400, 'email already exists'));
	});

	it('somebody unknown or elsewhere is a 404, and what is no id a 400', async () => {
		expect((await update(ids.company, {})).status).toBe(404);
		expect((await update(foreign, {})).status).toBe(404);
		expect((await update('17', {})).status).toBe(400);
	});

	it('owner and company have to be known', async () => {
		expect((await update(tomas, { accountOwnerId: ids.company })).status).toBe(400);
		expect((await update(tomas, { crmCompanyId: ids.company })).status).toBe(400);
	});
});

describe('delete', () => {
	it('answers without a body, once', async () => {
		const path = `/crm/${tomas}`;
		const { status, text } = await visitor.ask('DELETE', path);
		expect([status, text]).toEqual([204, '']);
		expect(known(tomas)).toBeUndefined();
		expect((await visitor.ask('DELETE', path)).status).toBe(404);
	});

	it('leaves contacts of others alone', async () => {
		expect((await visitor.ask('DELETE', `/crm/${foreign}`)).status).toBe(404);
		expect(known(foreign)).toBeDefined();
	});

	it('appointments go on without their contact', async () => {
		await visitor.ask('DELETE', `/crm/${tomas}`);
		expect(visitor.sandbox.state.appointments.get(ids.appointments.confirmed)).toBeDefined();
		const query = { attendeeId: ids.attendees.confirmed };
		expect((await visitor.ask('GET', '/crm/details', { query })).status).toBe(404);
	});
});
