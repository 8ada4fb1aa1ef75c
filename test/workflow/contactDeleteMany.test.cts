import { addContacts, contactsIn, onContacts, writes } from './contacts.cts';
import { column, hintsOf, jsonOf, sourcesOf } from './outcome.cts';
import { bothCredentials, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { tomas, greta, foreign } = ids.contacts;
const deleteMany = onContacts('deleteMany', { contactId: '={{ $json.who }}' });
const preview = { ...deleteMany, options: { preview: true } };
const who = (...names: string[]) => names.map((name) => ({ who: name }));
const isThere = (id: string) => stage.sandbox.state.contacts.has(id);

describe.each(bothCredentials)('with %s', (authentication) => {
	it('deletes contacts by ID and mail address in one request, and tells who they were', async () => {
		const items = who(greta, 'tomas.berg@example.net', tomas);
		const result = await stage.run({ authentication, ...deleteMany }, { items });
		const his = { deleted: true, id: tomas, email: 'tomas.berg@example.net' };
		expect(jsonOf(result)).toEqual([
			{
				deleted: true,
				id: greta,
				email: 'Greta.Haddad@Example.net',
				firstName: 'Greta',
				lastName: 'Haddad',
			},
			{ ...his, firstName: 'Tomas', lastName: 'Berg' },
			{ ...his, firstName: 'Tomas', lastName: 'Berg' },
		]);
		expect(sourcesOf(result)).toEqual([0, 1, 2]);
		expect(writes(stage)).toEqual(['POST /crm/bulk-delete 201']);
		expect(stage.exchanges.at(-1)?.requestBody).toEqual({ contactIds: [greta, tomas] });
		expect([greta, tomas, foreign].map(isThere)).toEqual([false, false, true]);
	});
});

it('asks for one contact by itself', async () => {
	await stage.run(deleteMany, { items: who(tomas) });
	expect(wire(stage)).toEqual(['GET /crm/details 200', 'POST /crm/bulk-delete 201']);
});

it('deletes 1,200 contacts with three requests, found by reading the list', async () => {
	const emails = Array.from({ length: 1200 }, (_, at) => `person.${at}@example.net`);
	addContacts(
		stage,
		emails.map((email) => ({ email })),
	);
	const result = await stage.run(deleteMany, { items: who(...emails) });
	expect(column(result, 'email')).toEqual(emails);
	expect(writes(stage)).toEqual(Array(3).fill('POST /crm/bulk-delete 201'));
	expect(wire(stage)).toHaveLength(1 + 13 + 3);
	expect(contactsIn(stage)).toHaveLength(8);
});

it('previews whom it would delete, and deletes nobody', async () => {
	const items = who(greta, 'tomas.berg@example.net');
	const result = await stage.run(preview, { items });
	expect(column(result, 'deleted')).toEqual([false, false]);
	expect(column(result, 'preview')).toEqual([true, true]);
	expect(column(result, 'firstName')).toEqual(['Greta', 'Tomas']);
	expect(writes(stage)).toEqual([]);
});

it.each([
	['deletes', deleteMany],
	['previews', preview],
])('%s nobody of several contacts with one address, and names them', async (_does, parameters) => {
	const email = 'twin@example.net';
	const twins = addContacts(stage, [{ email }, { email }]).map(({ id }) => id);
	const items = who(greta, email, twins[0] ?? '');
	const result = await stage.run(parameters, { items, onError: 'continueErrorOutput' });
	expect(column(result, 'id')).toEqual([greta, twins[0]]);
	expect(result.errors).toMatchObject([
		{ json: { error: expect.stringContaining(twins.join(', ')) }, pairedItem: { item: 1 } },
	]);
	expect(isThere(twins[1] ?? '')).toBe(true);
	expect(hintsOf(result)).toEqual([]);
});

describe('a contact that is unknown', () => {
	const items = who(greta, 'nobody@example.net', foreign, tomas);

	it('ends the node before anybody is deleted', async () => {
		const { error } = await stage.run(deleteMany, { items });
		expect(error).toMatchObject({
			message: 'Contact: meetergo could not find what was asked for',
			description: 'No contact of this company has the mail address nobody@example.net.',
			context: { itemIndex: 1 },
		});
		expect(writes(stage)).toEqual([]);
	});

	it('leaves through the error output, and the others are deleted', async () => {
		const result = await stage.run(deleteMany, { items, onError: 'continueErrorOutput' });
		expect(column(result, 'id')).toEqual([greta, tomas]);
		expect(sourcesOf(result)).toEqual([0, 3]);
		expect(result.errors).toMatchObject([
			{ json: { details: { code: 'notFound' } }, pairedItem: { item: 1 } },
			{ json: { details: { code: 'notFound' } }, pairedItem: { item: 2 } },
		]);
	});
});

it('keeps what the first request deleted where the second one fails', async () => {
	const emails = Array.from({ length: 600 }, (_, at) => `person.${at}@example.net`);
	addContacts(
		stage,
		emails.map((email) => ({ email })),
	);
	stage.sandbox.faults.add({ kind: 'status', status: 403, method: 'POST', skip: 1 });
	const items = who(...emails);
	const result = await stage.run(deleteMany, { items, onError: 'continueErrorOutput' });
	expect(sourcesOf(result)).toEqual(emails.slice(0, 500).map((_email, at) => at));
	expect(result.errors).toHaveLength(100);
	expect(contactsIn(stage)).toHaveLength(108);
});
