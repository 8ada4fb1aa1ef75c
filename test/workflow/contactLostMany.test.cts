import type { INodeParameters } from 'n8n-workflow';
import type { FaultRule } from '../../sandbox/faults.cts';
import { contactsAt, contactsIn, onContacts, writes } from './contacts.cts';
import { column, jsonOf, sourcesOf, throughErrorOutput } from './outcome.cts';
import { byId, ids, useStage, wire } from './stage.cts';

/* The answer to a change, a deletion or one of many contacts is lost: nothing happens twice. */

const stage = useStage({ forEachTest: true, nodeSpeed: 50 });

const { tomas, amina } = ids.contacts;
const upsert = (contactEmail: string, contactFields: INodeParameters = {}) =>
	onContacts('upsert', { contactEmail, contactFields });

describe.each<[string, FaultRule]>([
	['connection', { kind: 'reset', when: 'after' }],
	['end', { kind: 'halfBody', when: 'after' }],
	['gateway', { kind: 'html', when: 'after' }],
])('without its %s', (_what, fault) => {
	const people = ['nora', 'odd', 'ola'].map((name) => ({ email: `${name}@example.net`, name }));
	const fields = {
		contactEmail: '={{ $json.email }}',
		contactFields: { firstName: '={{ $json.name }}' },
	};

	it.each([
		['upsert', upsert('tomas.berg@example.net', { firstName: 'Thomas' })],
		[
			'update',
			onContacts('update', { contactId: byId(tomas), contactFields: { firstName: 'Thomas' } }),
		],
	])('the change of an %s is sent again', async (_name, parameters) => {
		stage.sandbox.faults.add({ ...fault, method: 'PATCH' });
		const result = await stage.run(parameters);
		expect(jsonOf(result)).toMatchObject([{ id: tomas, firstName: 'Thomas' }]);
		expect(stage.sandbox.state.contacts.get(tomas)?.firstName).toBe('Thomas');
		expect(writes(stage)).toHaveLength(2);
	});

	it('a deletion is sent again, and what is gone is deleted', async () => {
		stage.sandbox.faults.add({ ...fault, method: 'DELETE' });
		const result = await stage.run(onContacts('delete', { contactId: byId(tomas) }));
		expect(jsonOf(result)).toEqual([{ deleted: true, id: tomas }]);
		expect(contactsIn(stage)).toHaveLength(7);
	});

	it('many contacts are sent again, and none is made twice', async () => {
		stage.sandbox.faults.add({ ...fault, method: 'POST' });
		const result = await stage.run(onContacts('createMany', fields), { items: people });
		expect(column(result, 'change')).toEqual(['created', 'created', 'created']);
		expect(column(result, 'firstName')).toEqual(['nora', 'odd', 'ola']);
		expect(writes(stage)).toHaveLength(2);
		expect(contactsIn(stage)).toHaveLength(8 + 3);
	});

	it('many deletions are sent again', async () => {
		stage.sandbox.faults.add({ ...fault, method: 'POST' });
		const deleteMany = onContacts('deleteMany', { contactId: '={{ $json.id }}' });
		const result = await stage.run(deleteMany, { items: [{ id: tomas }, { id: amina }] });
		expect(column(result, 'deleted')).toEqual([true, true]);
		expect(contactsIn(stage)).toHaveLength(6);
	});

	it('one of a batch is found, and those after it are written', async () => {
		stage.sandbox.faults.add({ ...fault, method: 'POST', skip: 1 });
		const result = await stage.run(onContacts('upsert', fields), { items: people });
		expect(column(result, 'change')).toEqual(['created', 'created', 'created']);
		expect(column(result, 'recovered')).toEqual([undefined, true, undefined]);
		expect(contactsIn(stage)).toHaveLength(8 + 3);
		expect(writes(stage)).toHaveLength(3);
	});
});

it('one item in doubt takes nothing away from the others of its batch', async () => {
	const items = ['a', 'b', 'c'].map((name) => ({ email: `${name}@example.net` }));
	const parameters = { ...upsert('={{ $json.email }}'), options: { maxWait: 0 } };
	stage.sandbox.faults.add({ kind: 'reset', when: 'after', method: 'POST', skip: 1 });
	const result = await stage.run(parameters, { items, onError: 'continueErrorOutput' });
	expect(sourcesOf(result)).toEqual([0, 2]);
	expect(result.errors).toMatchObject([
		{
			json: { details: { code: 'connectionLost', mayHaveHappened: true } },
			pairedItem: { item: 1 },
		},
	]);
	// The second item's request went through, and a second run finds what it made.
	expect(contactsIn(stage)).toHaveLength(8 + 3);
	const again = await stage.run(parameters, { items });
	expect(column(again, 'change')).toEqual(['unchanged', 'unchanged', 'unchanged']);
	expect(wire(stage).filter((line) => line.startsWith('POST'))).toHaveLength(3);
});

it('an item after one in doubt finds what that one has made', async () => {
	const items = [{ name: 'Nora' }, { name: 'Nora H.' }];
	const parameters = {
		...upsert('nora@example.net', { firstName: '={{ $json.name }}' }),
		options: { maxWait: 0 },
	};
	stage.sandbox.faults.add({ kind: 'reset', when: 'after', method: 'POST' });
	const result = await stage.run(parameters, { items, onError: 'continueErrorOutput' });
	expect(result.errors).toMatchObject([{ json: { details: { mayHaveHappened: true } } }]);
	expect(column(result, 'change')).toEqual(['updated']);
	const [nora, ...others] = contactsAt(stage, 'nora@example.net');
	expect(others).toEqual([]);
	expect(nora?.firstName).toBe('Nora H.');
	expect(writes(stage)).toEqual(['POST /crm 0', `PATCH /crm/${nora?.id} 200`]);
});

it('many contacts stay in doubt where no answer comes at all', async () => {
	stage.sandbox.faults.add({ kind: 'reset', when: 'after', method: 'POST', times: Infinity });
	const parameters = onContacts('createMany', {
		contactEmail: 'nora@example.net',
		options: { maxWait: 0 },
	});
	const { details } = await throughErrorOutput(stage, parameters);
	expect(details).toMatchObject({ code: 'connectionLost', mayHaveHappened: true });
	expect(contactsAt(stage, 'nora@example.net')).toHaveLength(1);
});
