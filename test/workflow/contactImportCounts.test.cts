import { addContacts, contactsAt, onContacts } from './contacts.cts';
import { column, hintsOf, jsonOf } from './outcome.cts';
import { ids, useStage, wire } from './stage.cts';

/* meetergo answers to an import with counts: where they are not what was planned, the contacts are looked at. */

/** What happens after each answer. */
let meanwhile = (): void => undefined;
const stage = useStage({ forEachTest: true, onExchange: () => meanwhile() });
afterEach(() => {
	meanwhile = () => undefined;
});

const { tomas, amina } = ids.contacts;
const createMany = onContacts('createMany', {
	contactEmail: '={{ $json.email }}',
	contactFields: { firstName: '={{ $json.name }}', notes: '={{ $json.notes }}' },
});
const updating = { ...createMany, existingContacts: 'update' };
const goingOn = { onError: 'continueErrorOutput' } as const;
const email = 'tomas.berg@example.net';
const items = [{ email, name: 'Thomas', notes: 'Prefers evenings' }];

const answer = (body: object, when: 'before' | 'after' = 'before') =>
	stage.sandbox.faults.add({
		kind: 'garbage',
		when,
		method: 'POST',
		status: 201,
		body: JSON.stringify(body),
	});

it('reads no contact again where the counts are as planned', async () => {
	await stage.run(updating, { items });
	expect(wire(stage)).toEqual(['GET /crm 200', 'POST /crm/bulk 201']);
});

it('fails a contact that meetergo did not update, and tells what it said of nobody in particular', async () => {
	answer({ updated: 0, failed: 1, issues: [{ row: 1, error: 'no' }] });
	const result = await stage.run(updating, { items, ...goingOn });
	expect(result.items).toEqual([]);
	expect(result.errors).toMatchObject([
		{ json: { details: { description: 'It did not update the contact, and gave no reason.' } } },
	]);
	expect(hintsOf(result)).toEqual(['meetergo said of the import: no']);
});

it.each([
	['skipped', { created: 0, updated: 0, skipped: 1, failed: 0, issues: [] }],
	['did not count', {}],
])('leaves unchanged a contact that meetergo %s', async (_what, body) => {
	answer(body);
	const result = await stage.run(updating, { items });
	expect(jsonOf(result)).toMatchObject([{ id: tomas, firstName: 'Tomas', change: 'unchanged' }]);
});

it('takes an update for done that was not counted', async () => {
	answer({}, 'after');
	const result = await stage.run(updating, { items });
	expect(jsonOf(result)).toMatchObject([{ id: tomas, firstName: 'Thomas', change: 'updated' }]);
	expect(column(result, 'notKept')).toEqual([undefined]);
});

it('tells what was kept of an update, beside one that failed', async () => {
	answer({
		updated: 1,
		failed: 1,
		issues: [{ email: 'amina.costa@example.net', error: 'locked' }],
	});
	const before = stage.sandbox.state.contacts.get(tomas);
	const half = { ...before, id: tomas, firstName: 'Thomas', additionalData: {} };
	meanwhile = () => {
		if (stage.exchanges.at(-1)?.method !== 'POST') return;
		addContacts(stage, [half]);
	};
	const both = [...items, { email: 'amina.costa@example.net', name: 'Amy' }];
	const result = await stage.run(updating, { items: both, ...goingOn });
	expect(jsonOf(result)).toMatchObject([
		{ id: tomas, firstName: 'Thomas', change: 'updated', notKept: 'notes' },
	]);
	expect(result.errors).toMatchObject([
		{ json: { details: { description: expect.stringMatching(/meetergo answered: locked$/) } } },
	]);
	expect(stage.sandbox.state.contacts.get(amina)?.firstName).toBe('Amina');
});

describe('somebody else who makes a contact before the import', () => {
	const rival = [{ email: 'rival@example.net', name: 'Rita' }];
	beforeEach(() => {
		meanwhile = () => {
			meanwhile = () => undefined;
			addContacts(stage, [{ email: 'Rival@example.net', firstName: 'R.' }]);
		};
	});

	it.each([
		['unchanged', createMany, 'R.'],
		['updated', updating, 'Rita'],
	])('finds it %s', async (change, parameters, firstName) => {
		const result = await stage.run(parameters, { items: rival });
		const [there, ...others] = contactsAt(stage, 'rival@example.net');
		expect(others).toEqual([]);
		expect(jsonOf(result)).toMatchObject([{ id: there?.id, firstName, change }]);
	});
});

it('leaves in doubt what was neither counted nor can be read', async () => {
	answer({ updated: 0, skipped: 1 });
	stage.sandbox.faults.add({ kind: 'status', status: 403, method: 'GET', skip: 1 });
	const result = await stage.run(updating, { items, ...goingOn });
	expect(result.errors).toMatchObject([
		{ json: { details: { code: 'permissionDenied', mayHaveHappened: true } } },
	]);
});
