import type { INodeParameters } from 'n8n-workflow';
import { contactsAt, contactsIn, onContacts, writes } from './contacts.cts';
import { column, hintsOf, jsonOf, sourcesOf } from './outcome.cts';
import { bothCredentials, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { tomas, farid } = ids.contacts;
const contactOf = (id: string) => stage.sandbox.state.contacts.get(id);

function upsert(contactEmail: string, contactFields: INodeParameters = {}): INodeParameters {
	return onContacts('upsert', { contactEmail, contactFields });
}

describe.each(bothCredentials)('with %s', (authentication) => {
	it('creates a contact who is unknown', async () => {
		const result = await stage.run({
			authentication,
			...upsert('nora.haugen@example.net', { firstName: 'Nora' }),
		});
		const made = contactsAt(stage, 'nora.haugen@example.net');
		expect(jsonOf(result)).toMatchObject([
			{ id: made[0]?.id, email: 'nora.haugen@example.net', firstName: 'Nora', change: 'created' },
		]);
		expect(made).toHaveLength(1);
		// The second look is a fresh one, right before the contact is made.
		expect(wire(stage)).toEqual(['GET /crm 200', 'GET /crm 200', 'POST /crm 201']);
	});

	it('writes what differs of one who is known, and no more', async () => {
		const result = await stage.run({
			authentication,
			...upsert('tomas.berg@example.net', { firstName: 'Tomas', employer: 'Berg Heating' }),
		});
		expect(jsonOf(result)).toMatchObject([
			{ id: tomas, lastName: 'Berg', employer: 'Berg Heating', change: 'updated' },
		]);
		expect(wire(stage)).toEqual([
			'GET /crm 200',
			`PATCH /crm/${tomas} 200`,
			'GET /crm/details 200',
		]);
		expect(stage.exchanges[1]?.requestBody).toEqual({ employer: 'Berg Heating' });
		expect(contactOf(tomas)).toMatchObject({ employer: 'Berg Heating', notes: 'Prefers mornings' });
	});
});

it.each<[string, INodeParameters]>([
	['the same values', { firstName: 'Tomas', tags: 'Heat pump, Customer' }],
	['a phone number with other spaces', { phoneNumber: '+47 2255 0100' }],
	['blank values', { firstName: ' ', tags: '', customFields: '{"industry": ""}', city: '' }],
	['custom values as text', { customFields: '{"budget": "24000", "Newsletter": true}' }],
	['the removal of a custom value that is not there', { customFields: '{"lead_source": null}' }],
])('writes nothing for %s', async (_what, fields) => {
	const before = contactOf(tomas);
	const result = await stage.run(upsert('Tomas.Berg@Example.net', fields));
	expect(jsonOf(result)).toMatchObject([{ id: tomas, change: 'unchanged' }]);
	expect(writes(stage)).toEqual([]);
	expect(contactOf(tomas)).toBe(before);
});

it('completes the lines of an address', async () => {
	await stage.run(
		upsert('farid.garcia@example.net', { addressLine1: 'Storgata 14', city: 'Oslo' }),
	);
	expect(contactOf(farid)?.address).toEqual({
		line1: 'Storgata 14',
		city: 'Oslo',
		zip: '0184',
		country: 'Norway',
	});
});

it('replaces tags, but leaves those of the platform', async () => {
	const contact = contactOf(tomas);
	if (contact)
		stage.sandbox.state.contacts.set(tomas, { ...contact, tags: ['Recurring', 'Customer'] });
	const first = await stage.run(upsert('tomas.berg@example.net', { tags: 'Solar' }));
	expect(contactOf(tomas)?.tags).toEqual(['Solar', 'Recurring']);
	const second = await stage.run(upsert('tomas.berg@example.net', { tags: 'Solar' }));
	expect([...column(first, 'change'), ...column(second, 'change')]).toEqual([
		'updated',
		'unchanged',
	]);
});

it('merges custom values, and removes one that is null', async () => {
	const customFields = '{"Industry": "energy", "budget": null}';
	const result = await stage.run(upsert('tomas.berg@example.net', { customFields }));
	expect(stage.exchanges.at(-2)?.requestBody).toEqual({
		additionalData: { industry: 'energy', budget: null },
	});
	expect(contactOf(tomas)?.additionalData).toEqual({ industry: 'energy', newsletter: true });
	expect(hintsOf(result)).toEqual([]);
});

it('takes what the server answers with, where it does', async () => {
	const item = { ...contactOf(tomas), firstName: 'Thomas', employer: null };
	stage.sandbox.faults.add({
		kind: 'garbage',
		method: 'PATCH',
		status: 200,
		body: JSON.stringify({ item }),
	});
	const fields = { firstName: 'Thomas', employer: 'Berg Heating' };
	const result = await stage.run(upsert('tomas.berg@example.net', fields));
	expect(jsonOf(result)).toMatchObject([
		{ firstName: 'Thomas', employer: null, notKept: 'employer' },
	]);
});

describe('after an answer without a contact', () => {
	const details = { method: 'GET', path: '/crm/details$' };
	const spoil = (body: object) =>
		stage.sandbox.faults.add({
			...details,
			kind: 'garbage',
			status: 200,
			body: JSON.stringify(body),
		});

	it('tells what meetergo did not keep of a change', async () => {
		spoil({ item: { ...contactOf(tomas), firstName: 'Thomas' } });
		const fields = { firstName: 'Thomas', employer: 'Berg Heating' };
		const result = await stage.run(upsert('tomas.berg@example.net', fields));
		expect(jsonOf(result)).toMatchObject([
			{ firstName: 'Thomas', employer: null, change: 'updated', notKept: 'employer' },
		]);
	});

	it('tells what meetergo did not keep of a new contact', async () => {
		stage.sandbox.faults.add({ kind: 'garbage', method: 'PATCH', status: 200, body: '' });
		const fields = { firstName: 'Nora', title: 'Buyer', language: 'no' };
		const result = await stage.run(upsert('nora@example.net', fields));
		expect(jsonOf(result)).toMatchObject([
			{ firstName: 'Nora', change: 'created', notKept: 'title, language' },
		]);
	});

	it('says so where the contact cannot be read', async () => {
		stage.sandbox.faults.add({ ...details, kind: 'status', status: 403 });
		const result = await stage.run(upsert('tomas.berg@example.net', { firstName: 'Thomas' }));
		expect(jsonOf(result)).toMatchObject([
			{ id: tomas, firstName: 'Thomas', lastName: 'Berg', change: 'updated' },
		]);
		expect(hintsOf(result)).toEqual(['A contact was updated, but could not be read afterwards.']);
	});
});

it('finds several contacts by reading the list where that takes fewer requests', async () => {
	const emails = contactsIn(stage).flatMap(({ email }) => email ?? []);
	const result = await stage.run(upsert('={{ $json.email }}'), {
		items: emails.map((email) => ({ email })),
	});
	expect(column(result, 'change')).toEqual(emails.map(() => 'unchanged'));
	expect(column(result, 'email')).toEqual(emails);
	expect(sourcesOf(result)).toEqual(emails.map((_email, at) => at));
	expect(stage.exchanges.map(({ query }) => query)).toEqual([
		{ page: '1', limit: '1' },
		{ page: '1', limit: '100', sortBy: 'createdAt', sortOrder: 'ASC' },
	]);
});

it('finds an address whose signs mean something in a web address', async () => {
	const odd = upsert('nora+a&b=c@example.net');
	await stage.run(odd);
	expect(column(await stage.run(odd), 'change')).toEqual(['unchanged']);
	expect(contactsAt(stage, 'nora+a&b=c@example.net')).toHaveLength(1);
});

it('shows the whole record where the output is raw', async () => {
	const result = await stage.run({ ...upsert('tomas.berg@example.net'), output: 'raw' });
	expect(jsonOf(result)).toMatchObject([
		{
			id: tomas,
			additionalData: { industry: 'construction' },
			appointments: [{ id: ids.appointments.confirmed }],
			change: 'unchanged',
		},
	]);
});
