import { contactsAt, contactsIn, onContacts, writes } from './contacts.cts';
import { column, failingAlike, hintsOf, jsonOf, refusal, sourcesOf } from './outcome.cts';
import { bothCredentials, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const nora = {
	newContactEmail: 'Nora.Haugen@example.net',
	contactFields: {
		firstName: 'Nora',
		lastName: 'Haugen',
		phoneNumber: '+47 22 55 01 99',
		tags: 'customer, solar',
		notes: 'Met at the fair',
		city: 'Oslo',
		country: 'Norway',
		accountOwnerId: ids.users.james,
		customFields: '{"Lead source": "trade-fair", "budget": 9000}',
	},
};

describe.each(bothCredentials)('with %s', (authentication) => {
	it('creates a contact with what was filled in, and tells it flat', async () => {
		const result = await stage.run({ authentication, ...onContacts('create', nora) });
		const [made] = contactsAt(stage, 'nora.haugen@example.net');
		expect(result.items).toEqual([
			{
				json: {
					id: made?.id,
					email: 'Nora.Haugen@example.net',
					firstName: 'Nora',
					lastName: 'Haugen',
					phone: '+47 22 55 01 99',
					employer: null,
					tags: 'customer, solar',
					notes: 'Met at the fair',
					ownerId: ids.users.james,
					nextMeeting: null,
					change: 'created',
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(hintsOf(result)).toEqual([]);
		expect(made).toMatchObject({
			companyId: ids.company,
			address: { city: 'Oslo', country: 'Norway' },
			tags: ['customer', 'solar'],
			additionalData: { lead_source: 'trade-fair', budget: 9000 },
		});
		expect(wire(stage)).toEqual(['GET /v4/data-field 200', 'GET /crm 200', 'POST /crm 201']);
	});
});

it('writes in a second request what creation does not take', async () => {
	const fields = { employer: 'Fjord Solar', title: 'Buyer', language: 'no', firstName: 'Nora' };
	const result = await stage.run(
		onContacts('create', {
			...nora,
			contactFields: fields,
			output: 'selected',
			outputFields: 'employer, jobTitle, language, change',
		}),
	);
	expect(jsonOf(result)).toEqual([
		{
			employer: 'Fjord Solar',
			jobTitle: 'Buyer',
			language: 'no',
			change: 'created',
		},
	]);
	const [made] = contactsAt(stage, nora.newContactEmail);
	expect(made).toMatchObject(fields);
	expect(writes(stage)).toEqual(['POST /crm 201', `PATCH /crm/${made?.id} 200`]);
	expect(stage.exchanges.at(-2)?.requestBody).toEqual({
		employer: 'Fjord Solar',
		title: 'Buyer',
		language: 'no',
	});
});

it('keeps a contact whose second request fails, and tells what is missing', async () => {
	stage.sandbox.faults.add({ kind: 'status', status: 403, method: 'PATCH' });
	const result = await stage.run(
		onContacts('create', { ...nora, contactFields: { title: 'Buyer' } }),
	);
	expect(column(result, 'notKept')).toEqual(['title']);
	expect(hintsOf(result)).toEqual([
		expect.stringMatching(
			/^Nora.Haugen@example.net was created, but not all of it could be set: meetergo did not allow this\. /,
		),
		'meetergo did not keep everything it was sent. Missing or different: title.',
	]);
	expect(contactsAt(stage, nora.newContactEmail)).toHaveLength(1);
});

it('creates a contact who has a phone number alone', async () => {
	const result = await stage.run(
		onContacts('create', { contactFields: { phoneNumber: '+47 22 55 01 98' } }),
	);
	expect(jsonOf(result)).toMatchObject([
		{ email: null, phone: '+47 22 55 01 98', change: 'created' },
	]);
	expect(
		contactsIn(stage).filter(({ phoneNumber }) => phoneNumber === '+47 22 55 01 98'),
	).toHaveLength(1);
});

it('makes a contact of each item, in their order', async () => {
	const items = ['a', 'b', 'c'].map((name) => ({ email: `${name}@example.net` }));
	const result = await stage.run(onContacts('create', { newContactEmail: '={{ $json.email }}' }), {
		items,
	});
	expect(column(result, 'email')).toEqual(items.map(({ email }) => email));
	expect(sourcesOf(result)).toEqual([0, 1, 2]);
});

it('refuses an address that a contact has already, in any case of letters, before it writes', async () => {
	const taken = onContacts('create', { newContactEmail: 'TOMAS.BERG@example.net' });
	expect(await failingAlike(stage, taken)).toEqual(
		refusal(
			'Email',
			`the contact ${ids.contacts.tomas} has the address TOMAS.BERG@example.net already. To change it, use Create or Update.`,
		),
	);
	expect(writes(stage)).toEqual([]);
});

it('names the field where somebody else was faster', async () => {
	stage.sandbox.faults.add({
		kind: 'status',
		status: 409,
		method: 'POST',
		times: 2,
		body: { statusCode: 409, message: 'email already exists' },
	});
	const told = await failingAlike(stage, onContacts('create', nora));
	expect(told).toMatchObject({
		error: 'Email: The change conflicts with something that exists',
		details: { code: 'conflict', parameter: 'Email', mayHaveHappened: false },
	});
});

it('refuses a contact without mail address and phone number before anything is sent', async () => {
	const items = [{ email: 'first@example.net' }, { email: ' ' }];
	const parameters = onContacts('create', {
		newContactEmail: '={{ $json.email }}',
		contactFields: { firstName: 'Nora', phoneNumber: '={{ $json.phone }}' },
	});
	const { error, items: made } = await stage.run(parameters, { items });
	expect(error?.message).toBe(
		'Email: give a mail address, or add Phone for a contact without one.',
	);
	expect(made).toEqual([]);
	expect(wire(stage)).toEqual([]);
});
