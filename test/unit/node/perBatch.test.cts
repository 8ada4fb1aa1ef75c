import type { IDataObject } from 'n8n-workflow';
import { column } from '../../../nodes/Meetergo/actions/output/columns';
import { perBatch } from '../../../nodes/Meetergo/actions/perBatch';
import { told } from '../../../nodes/Meetergo/actions/output/told';
import { requiredText } from '../../../nodes/Meetergo/fields/basic';
import type { Form } from '../../../nodes/Meetergo/fields/field';
import { createClient } from '../../../nodes/Meetergo/transport/client';
import { failureOf } from '../../../nodes/Meetergo/transport/failures';
import { server, voice } from '../transport/fakes.cts';

function neverCalled(): never {
	throw new TypeError('not asked here');
}

const client = () => createClient({ ...server([]), memo: new Map(), voice: voice() });

/** One item's form, with these values. */
function form(values: IDataObject): Form {
	return {
		value: (name) => values[name],
		has: (name) => name in values,
		within: () => form({}),
		rows: () => [],
		zone: 'UTC',
		byAgent: false,
		note: neverCalled,
		refuse(displayName, reason) {
			throw new RangeError(`${displayName} ${reason}`);
		},
	};
}

/** Greets everybody in one go; nobody greets Bob. */
const greetAll = perBatch({
	option: { name: 'Greet', value: 'greet', action: 'Greet everybody' },
	actingUser: 'optional',
	effect: 'read',
	fields: {
		who: requiredText({ displayName: 'Who', name: 'who', description: 'Whom to greet' }),
	},
	async *run(items) {
		for (const { index, item } of [...items].reverse()) {
			if (item.who === 'Bob') yield { index, failure: failureOf('notFound') };
			else yield { index, record: told({ text: `Hello ${item.who}` }, { change: 'updated' }) };
		}
	},
	simplify: { text: column('The greeting', ({ text }) => text) },
});

it('answers each item of a batch, whatever their order, failures among them', async () => {
	const api = client();
	const run = greetAll.start();
	['Ann', 'Bob', 'Cy'].forEach((who, index) => run.add(index, form({ who }), api));

	const [task, ...others] = run.tasks();
	expect(others).toEqual([]);
	expect(task?.indexes).toEqual([0, 1, 2]);
	const answers = [];
	for await (const answer of task?.answers() ?? []) answers.push(answer);
	expect(answers).toEqual([
		{ index: 2, json: { text: 'Hello Cy', change: 'updated' }, files: [] },
		{ index: 1, failure: expect.objectContaining({ code: 'notFound' }) },
		{ index: 0, json: { text: 'Hello Ann', change: 'updated' }, files: [] },
	]);
});

it('makes a batch for each user acted as', () => {
	const [anna, ben] = [client(), client()];
	const run = greetAll.start();
	run.add(0, form({ who: 'Ann' }), anna);
	run.add(1, form({ who: 'Bea' }), ben);
	run.add(2, form({ who: 'Cy' }), anna);
	expect(run.tasks().map(({ indexes }) => indexes)).toEqual([[0, 2], [1]]);
});

it('refuses an item before anything runs, and the others stay', () => {
	const api = client();
	const run = greetAll.start();
	run.add(0, form({ who: 'Ann' }), api);
	expect(() => run.add(1, form({ who: ' ' }), api)).toThrow('Who must not be empty');
	expect(run.tasks().map(({ indexes }) => indexes)).toEqual([[0]]);
});

it('shows its fields, then Output, then Options', () => {
	expect(greetAll.properties.map(({ name }) => name)).toEqual([
		'who',
		'output',
		'outputFields',
		'options',
	]);
});
