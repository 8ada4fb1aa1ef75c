import type { IDataObject } from 'n8n-workflow';
import {
	changeFor,
	contactBody,
	type GivenContact,
	foreseenAfter,
	lacking,
	withWhatStays,
} from '../../../nodes/Meetergo/actions/contact/body';
import type { ContactRecord } from '../../../nodes/Meetergo/api/contacts';

const ada: ContactRecord = {
	id: 'ada',
	email: 'Ada@Example.net',
	firstName: 'Ada',
	phoneNumber: '+43 1 555 0100',
	tags: ['Customer', 'Recurring'],
	address: { line1: 'Main Street 5', city: 'Oslo', zip: '0150' },
	additionalData: { industry: 'energy', budget: 24000 },
};

it('holds only what was given, under the names of the API', () => {
	expect(
		contactBody({
			email: 'ada@example.net',
			firstName: 'Ada',
			lastName: undefined,
			tags: ['a'],
			customFields: { budget: 1 },
			addressLine1: 'Main Street 5',
			city: undefined,
			zip: '0150',
		}),
	).toEqual({
		email: 'ada@example.net',
		firstName: 'Ada',
		tags: ['a'],
		additionalData: { budget: 1 },
		address: { line1: 'Main Street 5', zip: '0150' },
	});
	expect(contactBody({})).toEqual({});
});

it.each<[string, GivenContact, string[]]>([
	['those that are there', { addTags: ['New', 'Customer'] }, ['Customer', 'Recurring', 'New']],
	['those that replace them', { tags: ['A'], addTags: ['B', 'A'] }, ['A', 'B']],
])('adds tags to %s', (_what, given, tags) => {
	expect(contactBody(given, ada)).toEqual({ tags });
});

it('completes what a write replaces as a whole', () => {
	const wanted = { tags: ['New', 'New'], address: { zip: '0151' }, firstName: 'A' };
	expect(withWhatStays(ada, wanted)).toEqual({
		tags: ['New', 'Recurring'],
		address: { line1: 'Main Street 5', city: 'Oslo', zip: '0151' },
		firstName: 'A',
	});
	expect(withWhatStays({ id: 'new' }, wanted)).toEqual({ ...wanted, tags: ['New'] });
	expect(withWhatStays(ada, { firstName: 'A' })).toEqual({ firstName: 'A' });
});

describe('what has to be written', () => {
	it.each<[string, IDataObject, IDataObject]>([
		['nothing of what is there', { firstName: 'Ada', tags: ['Customer'] }, {}],
		['no mail address', { email: 'ada@example.net', firstName: 'Ada' }, {}],
		['no number with other signs between its digits', { phoneNumber: '+43 (1) 5550100' }, {}],
		['another number', { phoneNumber: '+43 1 555 0101' }, { phoneNumber: '+43 1 555 0101' }],
		['what is missing', { lastName: 'Byron' }, { lastName: 'Byron' }],
		['other tags, with those of the platform', { tags: ['A'] }, { tags: ['A', 'Recurring'] }],
		['no address of which each line is there', { address: { city: 'Oslo' } }, {}],
		[
			'a whole address for one line',
			{ address: { zip: '0151' } },
			{ address: { line1: 'Main Street 5', city: 'Oslo', zip: '0151' } },
		],
		[
			'only the custom values that differ',
			{ additionalData: { industry: 'energy', budget: null, size: 3 } },
			{ additionalData: { budget: null, size: 3 } },
		],
		['no removal of what is not there', { additionalData: { size: null } }, {}],
		['no number that became a text', { additionalData: { budget: '24000' } }, {}],
	])('%s', (_what, wanted, expected) => {
		expect(changeFor(ada, wanted)).toEqual(expected);
	});
});

it.each<[string, IDataObject, string[]]>([
	['nothing, however it is written', { email: 'ADA@example.net', phoneNumber: '+4315550100' }, []],
	['nothing, where the platform added a tag', { tags: ['Customer'] }, []],
	['another mail address', { email: 'byron@example.net' }, ['email']],
	[
		'lines and values by path',
		{ address: { zip: '1' }, additionalData: { a: 1 } },
		['address.zip', 'additionalData.a'],
	],
])('a contact lacks %s', (_what, sent, paths) => {
	expect(lacking(ada, sent)).toEqual(paths);
});

it('is after a change as the change says, with custom values merged and null removing one', () => {
	const change = { firstName: 'A', additionalData: { budget: null, size: 3 } };
	expect(foreseenAfter(ada, change)).toEqual({
		...ada,
		firstName: 'A',
		additionalData: { industry: 'energy', size: 3 },
	});
	expect(foreseenAfter({ id: 'new' }, {})).toEqual({ id: 'new', additionalData: {} });
});
