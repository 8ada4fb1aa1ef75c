import type { IDataObject } from 'n8n-workflow';
import { atScale } from '../scale.cts';
import { contactsIn, onContacts, writes } from './contacts.cts';
import { column, hintsOf, sourcesOf } from './outcome.cts';
import { useStage, wire } from './stage.cts';

/* One contact that cannot be taken does not sink the others. */

const stage = useStage({ forEachTest: true, nodeSpeed: 100 });

const createMany = onContacts('createMany', {
	contactEmail: '={{ $json.email }}',
	contactFields: {
		firstName: '={{ $json.name }}',
		customFields: '={{ $json.custom }}',
	},
});
const goingOn = { onError: 'continueErrorOutput' } as const;
const person = (at: number) => ({ email: `person.${at}@example.net`, name: `Person ${at}` });

/** So many people, of whom some have another mail address. */
function people(count: number, odd: Readonly<Record<number, string>>): IDataObject[] {
	return Array.from({ length: count }, (_, at) => ({
		...person(at),
		...(odd[at] !== undefined && { email: odd[at] }),
	}));
}

/** The most that one request takes. */
const BATCH = 1_000;
const MANY = atScale(10 * BATCH, BATCH + 100);

it(`takes ${MANY} contacts in as few requests as can be, and refuses three broken addresses by item`, async () => {
	const [first, second, last] = [17, 0.4 * MANY, MANY - 1];
	const items = people(MANY, { [first]: 'nobody', [second]: 'a b@example.net', [last]: '' });
	const result = await stage.run(createMany, { items, ...goingOn });
	expect(result.items).toHaveLength(MANY - 3);
	expect(new Set(column(result, 'change'))).toEqual(new Set(['created']));
	expect(new Set(column(result, 'id')).size).toBe(MANY - 3);
	expect(sourcesOf(result)).toEqual(
		[...items.keys()].filter((at) => ![first, second, last].includes(at)),
	);
	expect(result.errors).toMatchObject([
		{
			json: { error: 'Email: "nobody" is not a mail address, e.g. ada@example.com.' },
			pairedItem: { item: first },
		},
		{
			json: { error: 'Email: "a b@example.net" is not a mail address, e.g. ada@example.com.' },
			pairedItem: { item: second },
		},
		{ json: { error: 'Email: must not be empty.' }, pairedItem: { item: last } },
	]);
	// How long it waits for its place among three such requests a minute is a matter of speed.
	expect(hintsOf(result).filter((text) => !text.startsWith('Waited'))).toEqual([]);
	const requests = Math.ceil(MANY / BATCH);
	expect(writes(stage)).toEqual(Array(requests).fill('POST /crm/bulk 201'));
	// The count, the page of those before, and the pages of the new ones.
	expect(wire(stage)).toHaveLength(2 + requests + Math.ceil(MANY / 100));
	expect(contactsIn(stage)).toHaveLength(8 + MANY - 3);
});

describe('addresses that only meetergo refuses', () => {
	const odd = { 1: 'ada..byron@example.net', 3: 'jörg@example.net', 4: 'a@example.n_t' };
	const items = people(6, odd);
	afterEach(() => {
		// Not to be held against the contract: it says that these are no addresses.
		stage.exchanges.length = 0;
	});

	it('leave through the error output by item, and the others are written', async () => {
		const result = await stage.run(createMany, { items, ...goingOn });
		expect(column(result, 'firstName')).toEqual(['Person 0', 'Person 2', 'Person 5']);
		expect(result.errors).toEqual(
			[1, 3, 4].map((item) => ({
				json: {
					...items[item],
					error: 'Email: meetergo refused the request',
					details: {
						httpCode: 400,
						code: 'requestRefused',
						parameter: 'Email',
						description:
							'Check the values that were sent. meetergo answered: email must be an email',
						mayHaveHappened: false,
						waitedSeconds: 0,
					},
				},
				pairedItem: { item },
			})),
		);
		expect(writes(stage)).toEqual(['POST /crm/bulk 400', 'POST /crm/bulk 201']);
	});

	it('end the node before the others are written', async () => {
		const { error, items: out } = await stage.run(createMany, { items });
		expect(error).toMatchObject({
			message: 'Email: meetergo refused the request',
			context: { itemIndex: 1 },
		});
		expect(out).toEqual([]);
		expect(writes(stage)).toEqual(['POST /crm/bulk 400']);
		expect(contactsIn(stage)).toHaveLength(8);
	});
});

it('refuses an unknown custom field by item, and writes the others', async () => {
	const items = [
		{ ...person(0), custom: { Industry: 'energy' } },
		{ ...person(1), custom: { industri: 'energy' } },
	];
	const result = await stage.run(createMany, { items, ...goingOn });
	expect(sourcesOf(result)).toEqual([0]);
	expect(result.errors).toMatchObject([
		{ json: { details: { parameter: 'Custom Fields (JSON)' } }, pairedItem: { item: 1 } },
	]);
	expect(contactsIn(stage).at(-1)?.additionalData).toEqual({ industry: 'energy' });
});

it('keeps what the first request made where the second one fails', async () => {
	stage.sandbox.faults.add({ kind: 'status', status: 403, method: 'POST', skip: 1 });
	const { error } = await stage.run(createMany, { items: people(BATCH + 1, {}) });
	expect(error).toMatchObject({
		description: expect.stringMatching(/1000 other items are done and stay done\.$/),
		context: { itemIndex: 1_000 },
	});
	expect(writes(stage)).toEqual(['POST /crm/bulk 201', 'POST /crm/bulk 403']);
	expect(contactsIn(stage)).toHaveLength(8 + 1_000);
});

it('counts those of a request that were done beside one that was not', async () => {
	const items = people(3, {}).map((one, at) => ({
		...one,
		owner: at === 0 ? 'x@example.org' : '',
	}));
	const owned = { ...createMany, contactFields: { accountOwnerEmail: '={{ $json.owner }}' } };
	const { error } = await stage.run(owned, { items });
	expect(error).toMatchObject({
		description: expect.stringMatching(/2 other items are done and stay done\.$/),
		context: { itemIndex: 0 },
	});
	expect(contactsIn(stage)).toHaveLength(8 + 2);
});
