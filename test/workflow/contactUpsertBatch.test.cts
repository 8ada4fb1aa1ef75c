import type { IDataObject } from 'n8n-workflow';
import { addContacts, contactsAt, contactsIn, onContacts, writes } from './contacts.cts';
import { column, hintsOf, jsonOf, sourcesOf } from './outcome.cts';
import { byId, ids, useStage, wire } from './stage.cts';

/* Many items at once: they may be about one person, and one of them may fail. */

/** What happens after each answer. */
let meanwhile = (): void => undefined;
const stage = useStage({ forEachTest: true, onExchange: () => meanwhile() });

const upsert = onContacts('upsert', {
	contactEmail: '={{ $json.email }}',
	contactFields: { firstName: '={{ $json.name }}', phoneNumber: '={{ $json.phone }}' },
});
const preview = { ...upsert, options: { preview: true } };
const people: IDataObject[] = [
	{ email: 'Nora@example.net', name: 'Nora' },
	{ email: 'amina.costa@example.net', name: 'Amina' },
	{ email: 'nora@example.net', phone: '+47 1' },
	{ email: 'NORA@example.net', name: 'Nora' },
	{ email: 'bruno.duarte@example.net', phone: '+47 2' },
];
const changes = ['created', 'unchanged', 'updated', 'unchanged', 'updated'];

it('makes one contact of several items with the same address', async () => {
	const result = await stage.run(upsert, { items: people });
	expect(column(result, 'change')).toEqual(changes);
	expect(sourcesOf(result)).toEqual([0, 1, 2, 3, 4]);
	const made = contactsAt(stage, 'nora@example.net');
	expect(made).toMatchObject([{ firstName: 'Nora', phoneNumber: '+47 1' }]);
	expect(new Set([0, 2, 3].map((at) => result.items[at]?.json.id))).toEqual(new Set([made[0]?.id]));
	expect(writes(stage)).toEqual([
		'POST /crm 201',
		`PATCH /crm/${made[0]?.id} 200`,
		`PATCH /crm/${ids.contacts.bruno} 200`,
	]);
});

it('writes nothing in a second run', async () => {
	await stage.run(upsert, { items: people });
	stage.checkContract();
	const result = await stage.run(upsert, { items: people });
	expect(column(result, 'change')).toEqual(people.map(() => 'unchanged'));
	expect(writes(stage)).toEqual([]);
});

it('previews what it would do, one item after the other, and does nothing', async () => {
	const before = contactsIn(stage);
	const result = await stage.run(preview, { items: people });
	expect(column(result, 'change')).toEqual(changes);
	expect(column(result, 'preview')).toEqual(people.map(() => true));
	expect(jsonOf(result).slice(2, 4)).toMatchObject([
		{ id: null, firstName: 'Nora', phone: '+47 1' },
		{ id: null, firstName: 'Nora', phone: '+47 1' },
	]);
	expect(writes(stage)).toEqual([]);
	expect(contactsIn(stage)).toEqual(before);
});

it('keeps what it previews apart from what it does', async () => {
	const email = 'nora@example.net';
	const items = [true, false, true].map((isPreview, at) => ({ email, isPreview, name: `${at}` }));
	const mixed = { ...upsert, options: { preview: '={{ $json.isPreview }}' } };
	const result = await stage.run(mixed, { items });
	expect(column(result, 'change')).toEqual(['created', 'created', 'updated']);
	expect(column(result, 'preview')).toEqual([true, undefined, true]);
	const [made] = contactsAt(stage, email);
	expect(made?.firstName).toBe('1');
	expect(column(result, 'id')).toEqual([null, made?.id, made?.id]);
	expect(writes(stage)).toEqual(['POST /crm 201']);
});

it('takes the oldest of several contacts with one address, and says so', async () => {
	const email = 'twin@example.net';
	const [oldest] = addContacts(stage, [
		{ email, firstName: 'Old' },
		{ email: 'Twin@example.net', firstName: 'Young' },
	]);
	const result = await stage.run(upsert, { items: [{ email, name: 'Tilda' }] });
	expect(jsonOf(result)).toMatchObject([{ id: oldest?.id, firstName: 'Tilda', change: 'updated' }]);
	expect(contactsAt(stage, email).map(({ firstName }) => firstName)).toEqual(['Tilda', 'Young']);
	expect(hintsOf(result)).toEqual([
		'Several contacts share a mail address; of each the oldest was taken: twin@example.net.',
	]);
});

describe('somebody else who makes the contact after it was looked for', () => {
	const items = [{ email: 'rival@example.net', name: 'Rita' }];
	const comeAfter = (answers: number) => {
		let left = answers;
		meanwhile = () => {
			left -= 1;
			if (left === 0) addContacts(stage, [{ email: 'Rival@example.net' }]);
		};
	};
	afterEach(() => {
		meanwhile = () => undefined;
	});

	it.each([
		['is seen in time', 1, [], []],
		['was faster, which meetergo tells as a bad request', 2, [], ['POST /crm 400']],
		[
			'was faster, which meetergo tells as a conflict',
			2,
			[{ kind: 'status', status: 409, method: 'POST' } as const],
			['POST /crm 409'],
		],
	])('%s: that contact is updated', async (_how, answers, faults, refused) => {
		faults.forEach((fault) => stage.sandbox.faults.add(fault));
		comeAfter(answers);
		const result = await stage.run(upsert, { items });
		const [rival, ...others] = contactsAt(stage, 'rival@example.net');
		expect(others).toEqual([]);
		expect(rival?.firstName).toBe('Rita');
		expect(jsonOf(result)).toMatchObject([
			{ id: rival?.id, email: 'Rival@example.net', change: 'updated' },
		]);
		expect(writes(stage)).toEqual([...refused, `PATCH /crm/${rival?.id} 200`]);
	});
});

describe('one item that meetergo refuses', () => {
	const items = [
		{ email: 'a@example.net' },
		{ email: 'b@example.net' },
		{ email: 'c@example.net' },
	];
	beforeEach(() => {
		stage.sandbox.faults.add({ kind: 'status', status: 403, method: 'POST', skip: 1 });
	});

	it('ends the batch before the items after it are written', async () => {
		const { status, error, items: out } = await stage.run(upsert, { items });
		expect({ status, out }).toEqual({ status: 'error', out: [] });
		expect(error).toMatchObject({
			message: 'meetergo did not allow this',
			description: expect.stringMatching(/One other item is done and stays done\.$/),
			context: { itemIndex: 1 },
		});
		expect(writes(stage)).toEqual(['POST /crm 201', 'POST /crm 403']);
		expect(contactsAt(stage, 'a@example.net')).toHaveLength(1);
		expect(contactsAt(stage, 'c@example.net')).toEqual([]);
	});

	it('leaves through the error output where the node goes on', async () => {
		const result = await stage.run(upsert, { items, onError: 'continueErrorOutput' });
		expect(column(result, 'email')).toEqual(['a@example.net', 'c@example.net']);
		expect(sourcesOf(result)).toEqual([0, 2]);
		expect(result.errors).toMatchObject([
			{ json: { details: { code: 'permissionDenied' } }, pairedItem: { item: 1 } },
		]);
	});
});

it('works in the name of each user by itself', async () => {
	const { lena, mila } = ids.users;
	const items = [lena, mila, lena].map((user, at) => ({ user, email: `${at}@example.net` }));
	const result = await stage.run(
		{ ...upsert, authentication: 'platformApiKey', actingUser: byId('={{ $json.user }}') },
		{ items },
	);
	expect(column(result, 'email')).toEqual(items.map(({ email }) => email));
	const made = stage.exchanges.filter(({ method }) => method === 'POST');
	expect(made.map(({ headers }) => headers['x-meetergo-api-user-id'])).toEqual([lena, lena, mila]);
});

it('fails every item where contacts cannot be read', async () => {
	stage.sandbox.faults.add({ kind: 'status', status: 403, times: Infinity });
	const result = await stage.run(upsert, { items: people, onError: 'continueErrorOutput' });
	expect(result.items).toEqual([]);
	expect(result.errors.map(({ pairedItem }) => pairedItem)).toEqual(
		people.map((_person, item) => ({ item })),
	);
	expect(wire(stage)).toEqual(['GET /crm 403']);
});
