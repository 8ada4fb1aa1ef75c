import type { INodeParameters } from 'n8n-workflow';
import { addContacts, contactsAt, contactsIn, onContacts, writes } from './contacts.cts';
import { column, hintsOf, jsonOf, sourcesOf } from './outcome.cts';
import { bothCredentials, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { tomas, amina } = ids.contacts;
const contactOf = (id: string) => stage.sandbox.state.contacts.get(id);

function createMany(more: INodeParameters = {}): INodeParameters {
	return onContacts('createMany', {
		contactEmail: '={{ $json.email }}',
		contactFields: {
			firstName: '={{ $json.name }}',
			phoneNumber: '={{ $json.phone }}',
			tags: '={{ $json.tags }}',
		},
		...more,
	});
}
const updating = createMany({ existingContacts: 'update' });

const people = [
	{ email: 'Nora@example.net', name: 'Nora', tags: 'a, b' },
	{ email: 'tomas.berg@example.net', name: 'Thomas' },
	{ email: 'odd@example.net', name: 'Odd' },
	{ email: 'AMINA.costa@example.net', name: 'Amina' },
];

describe.each(bothCredentials)('with %s', (authentication) => {
	it('creates contacts in one request, and leaves those that exist', async () => {
		const result = await stage.run({ authentication, ...createMany() }, { items: people });
		const [nora] = contactsAt(stage, 'nora@example.net');
		expect(jsonOf(result).slice(0, 2)).toEqual([
			{
				id: nora?.id,
				email: 'Nora@example.net',
				firstName: 'Nora',
				lastName: null,
				phone: null,
				employer: null,
				tags: 'a, b',
				notes: null,
				ownerId: null,
				nextMeeting: null,
				change: 'created',
			},
			expect.objectContaining({ id: tomas, firstName: 'Tomas', change: 'unchanged' }),
		]);
		expect(column(result, 'change')).toEqual(['created', 'unchanged', 'created', 'unchanged']);
		expect(sourcesOf(result)).toEqual([0, 1, 2, 3]);
		expect(contactOf(tomas)?.firstName).toBe('Tomas');
		expect(hintsOf(result)).toEqual([]);
		expect(wire(stage)).toEqual([
			'GET /crm 200',
			'GET /crm 200',
			'POST /crm/bulk 201',
			'GET /crm 200',
		]);
	});
});

it('updates those that exist where asked to, and writes only what differs', async () => {
	const result = await stage.run(updating, { items: people });
	expect(column(result, 'change')).toEqual(['created', 'updated', 'created', 'unchanged']);
	expect(column(result, 'id').slice(1, 4)).toEqual([tomas, expect.any(String), amina]);
	expect(column(result, 'firstName')).toEqual(['Nora', 'Thomas', 'Odd', 'Amina']);
	expect(contactOf(tomas)).toMatchObject({ firstName: 'Thomas', lastName: 'Berg' });
	expect(stage.exchanges.find(({ method }) => method === 'POST')?.requestBody).toEqual({
		contacts: [
			{ email: 'Nora@example.net', firstName: 'Nora', tags: ['a', 'b'] },
			{ email: 'tomas.berg@example.net', firstName: 'Thomas' },
			{ email: 'odd@example.net', firstName: 'Odd' },
		],
		updateExisting: true,
	});
});

it('writes nothing in a second run', async () => {
	await stage.run(updating, { items: people });
	stage.checkContract();
	const result = await stage.run(updating, { items: people });
	expect(column(result, 'change')).toEqual(people.map(() => 'unchanged'));
	expect(writes(stage)).toEqual([]);
});

describe('several items with one address', () => {
	const items = [
		{ email: 'nora@example.net', name: 'Nora', tags: 'a' },
		{ email: 'NORA@example.net', phone: '+47 1', tags: 'b' },
		{ email: 'nora@example.net', name: 'Nora' },
	];

	it('make one contact, which each of them completes', async () => {
		const result = await stage.run(updating, { items });
		expect(column(result, 'change')).toEqual(['created', 'updated', 'unchanged']);
		expect(contactsAt(stage, 'nora@example.net')).toMatchObject([
			{ firstName: 'Nora', phoneNumber: '+47 1', tags: ['b'] },
		]);
		expect(new Set(column(result, 'id')).size).toBe(1);
		expect(writes(stage)).toEqual(['POST /crm/bulk 201']);
	});

	it('leave what the first of them made, where contacts are left as they are', async () => {
		const result = await stage.run(createMany(), { items });
		expect(column(result, 'change')).toEqual(['created', 'unchanged', 'unchanged']);
		expect(contactsAt(stage, 'nora@example.net')).toMatchObject([
			{ firstName: 'Nora', phoneNumber: null, tags: ['a'] },
		]);
	});
});

it('gives new contacts an owner and a company, by what people call them', async () => {
	const result = await stage.run(
		createMany({
			contactFields: {
				accountOwnerEmail: 'James.whitfield@example.org',
				crmCompanyRef: 'Fjord Solar',
				customFields: '{"Lead source": "website"}',
				notes: 'Imported',
			},
			output: 'selected',
			outputFields: 'ownerId, crmCompanyId, notes, customFields, notKept',
		}),
		{ items: [{ email: 'nora@example.net' }] },
	);
	const company = [...stage.sandbox.state.crmCompanies.values()].find(
		({ name }) => name === 'Fjord Solar',
	);
	expect(jsonOf(result)).toEqual([
		{
			ownerId: ids.users.james,
			crmCompanyId: company?.id,
			notes: 'Imported',
			customFields: '{"lead_source":"website"}',
			notKept: null,
		},
	]);
});

it('finds the new ones among others that were added meanwhile', async () => {
	const later = Array.from({ length: 230 }, (_, at) => ({
		email: `later.${at}@example.net`,
		createdAt: '2027-01-01T08:00:00.000Z',
	}));
	addContacts(stage, later);
	const items = [{ email: 'nora@example.net' }, { email: 'odd@example.net' }];
	const result = await stage.run(createMany(), { items });
	const made = items.flatMap(({ email }) => contactsAt(stage, email).map(({ id }) => id));
	expect(column(result, 'id')).toEqual(made);
	expect(contactsIn(stage)).toHaveLength(8 + 230 + 2);
});

it('tells what was created although its ID cannot be read', async () => {
	stage.sandbox.faults.add({
		kind: 'status',
		status: 403,
		method: 'GET',
		skip: 2,
		times: Infinity,
	});
	const items = [{ email: 'nora@example.net', name: 'Nora' }, { email: 'odd@example.net' }];
	const result = await stage.run(createMany(), { items });
	expect(jsonOf(result)).toMatchObject([
		{ id: null, email: 'nora@example.net', firstName: 'Nora', change: 'created' },
		{ id: null, email: 'odd@example.net', change: 'created' },
	]);
	expect(hintsOf(result)).toEqual([
		'Contacts were created, but their IDs could not be read afterwards: meetergo did not allow this.',
	]);
});
