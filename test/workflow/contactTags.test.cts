import type { INodeParameters } from 'n8n-workflow';
import { contactsAt, onContacts, writes } from './contacts.cts';
import { column, jsonOf } from './outcome.cts';
import { byId, ids, useStage, wire } from './stage.cts';

/* Tags that are added to those that are there. */

const stage = useStage({ forEachTest: true });

const { tomas } = ids.contacts;
const email = 'tomas.berg@example.net';
const tagsOf = (id: string) => stage.sandbox.state.contacts.get(id)?.tags;
const adding: INodeParameters = { addTags: 'Solar, Customer' };

const ways: Array<[string, (contactFields: INodeParameters) => INodeParameters]> = [
	['upsert', (contactFields) => onContacts('upsert', { contactEmail: email, contactFields })],
	['update', (contactFields) => onContacts('update', { contactId: byId(tomas), contactFields })],
	[
		'createMany',
		(contactFields) =>
			onContacts('createMany', {
				contactEmail: email,
				contactFields,
				existingContacts: 'update',
			}),
	],
];

describe.each(ways)('%s', (_name, with_) => {
	it('adds tags to those that are there', async () => {
		const result = await stage.run(with_(adding));
		expect(tagsOf(tomas)).toEqual(['Customer', 'Heat pump', 'Solar']);
		expect(column(result, 'tags')).toEqual(['Customer, Heat pump, Solar']);
	});

	it('adds them to those of Tags, where both are given', async () => {
		await stage.run(with_({ ...adding, tags: 'Lead' }));
		expect(tagsOf(tomas)).toEqual(['Lead', 'Solar', 'Customer']);
	});

	it('adds nothing where the value is blank', async () => {
		await stage.run(with_({ addTags: ' , ', firstName: 'Thomas' }));
		expect(tagsOf(tomas)).toEqual(['Customer', 'Heat pump']);
	});
});

it.each(ways.filter(([name]) => name !== 'update'))(
	'%s writes nothing where all of them are there',
	async (_name, with_) => {
		const result = await stage.run(with_({ addTags: 'Customer' }));
		expect(jsonOf(result)).toMatchObject([{ id: tomas, change: 'unchanged' }]);
		expect(writes(stage)).toEqual([]);
	},
);

it('update looks at the tags first', async () => {
	await stage.run(onContacts('update', { contactId: byId(tomas), contactFields: adding }));
	expect(wire(stage)).toEqual([
		'GET /crm/details 200',
		`PATCH /crm/${tomas} 200`,
		'GET /crm/details 200',
	]);
});

it.each(['upsert', 'createMany'])('%s gathers the tags of several items', async (operation) => {
	const parameters = onContacts(operation, {
		contactEmail: 'nora@example.net',
		contactFields: { addTags: '={{ $json.tag }}' },
		...(operation === 'createMany' && { existingContacts: 'update' }),
	});
	const items = ['a', 'b', 'a'].map((tag) => ({ tag }));
	const result = await stage.run(parameters, { items });
	expect(column(result, 'change')).toEqual(['created', 'updated', 'unchanged']);
	expect(contactsAt(stage, 'nora@example.net')).toMatchObject([{ tags: ['a', 'b'] }]);
});

it.each([false, true])(
	'gives null for what a new contact lacks, with Preview %s',
	async (preview) => {
		const nora = onContacts('upsert', { contactEmail: 'nora@example.net', options: { preview } });
		expect(column(await stage.run(nora), 'tags')).toEqual([null]);
		const selecting = { ...nora, output: 'selected', outputFields: 'customFields' };
		expect(column(await stage.run(selecting), 'customFields')).toEqual([null]);
	},
);
