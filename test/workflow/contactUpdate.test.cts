import type { INodeParameters } from 'n8n-workflow';
import { onContacts, writes } from './contacts.cts';
import { column, failed, failingAlike, hintsOf, jsonOf, refusal } from './outcome.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { tomas, farid, foreign } = ids.contacts;
const contactOf = (id: string) => stage.sandbox.state.contacts.get(id);

function update(contactFields: INodeParameters, contactId: INodeParameters | string = tomas) {
	const reference = typeof contactId === 'string' ? { ...byId(contactId) } : contactId;
	return onContacts('update', { contactId: reference, contactFields });
}

describe.each(bothCredentials)('with %s', (authentication) => {
	it('writes what was filled in, and reads the contact afterwards', async () => {
		const before = contactOf(tomas);
		const fields = { firstName: 'Thomas', employer: 'Berg Heating', language: 'de' };
		const result = await stage.run({ authentication, ...update(fields) });
		expect(jsonOf(result)).toMatchObject([
			{ id: tomas, firstName: 'Thomas', employer: 'Berg Heating', notes: 'Prefers mornings' },
		]);
		expect(hintsOf(result)).toEqual([]);
		expect(wire(stage)).toEqual([`PATCH /crm/${tomas} 200`, 'GET /crm/details 200']);
		expect(stage.exchanges[0]?.requestBody).toEqual(fields);
		expect(contactOf(tomas)).toEqual({ ...before, ...fields, updatedAt: expect.any(String) });
	});
});

it('finds the contact by the mail address, and gives it another one', async () => {
	const byEmail = { __rl: true, mode: 'email', value: 'Tomas.Berg@example.net' };
	const result = await stage.run(update({ email: 'berg@example.net' }, byEmail));
	expect(column(result, 'email')).toEqual(['berg@example.net']);
	expect(wire(stage)).toEqual(['GET /crm 200', `PATCH /crm/${tomas} 200`, 'GET /crm/details 200']);
});

it('replaces tags, but leaves those of the platform', async () => {
	const contact = contactOf(tomas);
	if (contact) stage.sandbox.state.contacts.set(tomas, { ...contact, tags: ['Optin', 'Customer'] });
	const result = await stage.run(update({ tags: 'Solar, Optin' }));
	expect(contactOf(tomas)?.tags).toEqual(['Solar', 'Optin']);
	expect(hintsOf(result)).toEqual([]);
});

it.each([
	['text', 'a, b c'],
	['a list as JSON text', '["a", "b c"]'],
	['a list', '={{ ["a", "b c"] }}'],
	['text with gaps', ' a,, b c ,'],
])('takes tags as %s', async (_what, tags) => {
	await stage.run(update({ tags }));
	expect(contactOf(tomas)?.tags).toEqual(['a', 'b c']);
});

it('completes the lines of an address', async () => {
	await stage.run(update({ zip: '0185', addressLine2: '2nd floor' }, farid));
	expect(contactOf(farid)?.address).toEqual({
		line1: 'Storgata 12',
		line2: '2nd floor',
		city: 'Oslo',
		zip: '0185',
		country: 'Norway',
	});
});

it('merges custom values, and removes one that is null', async () => {
	await stage.run(
		update({ customFields: '={{ { Industry: "energy", budget: null, newsletter: "" } }}' }),
	);
	expect(contactOf(tomas)?.additionalData).toEqual({ industry: 'energy', newsletter: true });
});

it('changes nothing where a cell is blank', async () => {
	const items = [{ firstName: 'Thomas', lastName: '', phone: null, tags: '', city: ' ' }];
	const fields = {
		firstName: '={{ $json.firstName }}',
		lastName: '={{ $json.lastName }}',
		phoneNumber: '={{ $json.phone }}',
		tags: '={{ $json.tags }}',
		city: '={{ $json.city }}',
		notes: '={{ $json.missing }}',
	};
	await stage.run(update(fields), { items });
	expect(stage.exchanges[0]?.requestBody).toEqual({ firstName: 'Thomas' });
});

it('tells what meetergo did not keep', async () => {
	const item = { ...contactOf(tomas), title: 'Buyer' };
	const body = JSON.stringify({ item });
	stage.sandbox.faults.add({ kind: 'garbage', method: 'GET', status: 200, body });
	const result = await stage.run(update({ title: 'Head of Sales' }));
	expect(column(result, 'notKept')).toEqual(['title']);
});

it('says that the contact was updated where it cannot be read afterwards', async () => {
	stage.sandbox.faults.add({ kind: 'status', status: 403, method: 'GET' });
	const result = await stage.run(update({ title: 'Buyer' }));
	expect(column(result, 'id')).toEqual([tomas]);
	expect(hintsOf(result)).toEqual(['A contact was updated, but could not be read afterwards.']);
	expect(contactOf(tomas)?.title).toBe('Buyer');
});

it('refuses to change nothing, before anything is sent', async () => {
	expect(await failingAlike(stage, update({ firstName: ' ', customFields: '{}' }))).toEqual(
		refusal('Contact Fields', 'add at least one field that has a value.'),
	);
	expect(wire(stage)).toEqual([]);
});

it('names the address that another contact has', async () => {
	expect(await failingAlike(stage, update({ email: 'amina.costa@example.net' }))).toMatchObject({
		error: 'Email: meetergo refused the request',
		details: {
			parameter: 'Email',
			description: expect.stringMatching(/^Somebody has this mail address already\. /),
		},
	});
});

it.each([
	['of another company', foreign],
	['that is gone', '00000000-0000-4000-8000-000000000000'],
])('does not find a contact %s', async (_what, id) => {
	expect(await failingAlike(stage, update({ firstName: 'X' }, id))).toEqual(
		failed('Contact: meetergo could not find what was asked for', {
			httpCode: 404,
			code: 'notFound',
			parameter: 'Contact',
		}),
	);
	expect(writes(stage)).toHaveLength(2);
});
