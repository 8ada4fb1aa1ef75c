import type { INodeParameters } from 'n8n-workflow';
import { addContacts, contactsIn, onContacts } from './contacts.cts';
import { column, refusal, failingAlike, sourcesOf } from './outcome.cts';
import { bothCredentials, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { contacts, users } = ids;
const getAll = (more: INodeParameters = {}) => onContacts('getAll', more);
/** All of the company, those added last first. */
const everybody = ['office', 'greta', 'farid', 'elif', 'chidi', 'bruno', 'amina', 'tomas'] as const;

describe.each(bothCredentials)('with %s', (authentication) => {
	it('gets the contacts of the company, those added last first', async () => {
		const result = await stage.run({ authentication, ...getAll() });
		expect(column(result, 'id')).toEqual(everybody.map((name) => contacts[name]));
		expect(new Set(sourcesOf(result))).toEqual(new Set([0]));
		expect(stage.exchanges.map(({ query }) => query)).toEqual([
			{ page: '1', limit: '50', sortBy: 'createdAt', sortOrder: 'DESC' },
		]);
	});

	it('asks for no more contacts than the limit', async () => {
		const result = await stage.run({ authentication, ...getAll({ limit: 2 }) });
		expect(column(result, 'id')).toEqual([contacts.office, contacts.greta]);
		expect(stage.exchanges.map(({ query }) => query.limit)).toEqual(['2']);
	});
});

it('gets all of them over several pages, each once', async () => {
	addContacts(
		stage,
		Array.from({ length: 250 }, (_, at) => ({ email: `p${at}@example.net` })),
	);
	const found = column(await stage.run(getAll({ returnAll: true })), 'id');
	expect(found).toHaveLength(258);
	expect(new Set(found)).toEqual(new Set(contactsIn(stage).map(({ id }) => id)));
	expect(stage.exchanges.map(({ query }) => [query.page, query.limit])).toEqual([
		['1', '100'],
		['2', '100'],
		['3', '100'],
	]);
});

it.each<[string, INodeParameters, ReadonlyArray<(typeof everybody)[number]>]>([
	['a part of a name', { searchTerm: 'haDD' }, ['greta']],
	['a part of a phone number', { searchTerm: '555 01' }, ['elif']],
	['a tag', { tags: 'Customer' }, ['chidi', 'tomas']],
	['a tag with a space, from a list as text', { tags: '["Trade fair"]' }, ['greta']],
	['an owner', { ownerId: users.james }, ['amina']],
	['tag and owner', { tags: 'Customer', ownerId: users.lena }, ['tomas']],
	['nothing, where the filters are blank', { searchTerm: ' ', tags: '', ownerId: '' }, everybody],
])('filters by %s', async (_what, filters, expected) => {
	const result = await stage.run(getAll({ filters }));
	expect(column(result, 'id')).toEqual(expected.map((name) => contacts[name]));
});

it('repeats the key for several tags', async () => {
	const result = await stage.run(getAll({ filters: { tags: 'Lead, Customer' } }));
	expect(column(result, 'firstName')).toEqual(['Greta', 'Chidi', 'Amina', 'Tomas']);
	expect(stage.exchanges[0]?.query.tags).toEqual(['Lead', 'Customer']);
});

it.each([
	['email', 'email', 'ASC', 'amina'],
	['firstName', 'firstName', 'ASC', 'amina'],
	['lastName', 'lastName', 'ASC', 'tomas'],
	['newest', 'createdAt', 'DESC', 'office'],
	['oldest', 'createdAt', 'ASC', 'tomas'],
] as const)('sorts by %s', async (sortContacts, sortBy, sortOrder, first) => {
	const result = await stage.run(getAll({ limit: 1, options: { sortContacts } }));
	expect(column(result, 'id')).toEqual([contacts[first]]);
	expect(stage.exchanges[0]?.query).toMatchObject({ sortBy, sortOrder });
});

it('refuses an owner that is no ID before it asks', async () => {
	const told = await failingAlike(stage, getAll({ filters: { ownerId: 'James' } }));
	expect(told).toEqual(
		refusal(
			'Owner ID',
			'"James" is no user ID. An ID looks like 9a7e4d10-53c2-4f0b-8b6d-2c1e7f5a8d33.',
		),
	);
	expect(wire(stage)).toEqual([]);
});
