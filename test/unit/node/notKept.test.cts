import type { IDataObject } from 'n8n-workflow';
import { notKept } from '../../../nodes/Meetergo/actions/requests/notKept';

it.each([
	['nothing when all is there', { name: 'A', spots: 2 }, { name: 'A', spots: 2, id: '1' }, []],
	['what is missing', { name: 'A', slug: 'a' }, { name: 'A' }, ['slug']],
	['what has another value', { spots: 3 }, { spots: 1 }, ['spots']],
	['nothing when a number became a text', { spots: 3 }, { spots: '3' }, []],
	[
		'what is missing deep inside, by its path',
		{ meetingInfo: { name: 'A', custom: { link: 'x' } } },
		{ meetingInfo: { name: 'A' } },
		['meetingInfo.custom.link'],
	],
	[
		'all of an object that is gone',
		{ ics: { title: 'T', text: 'U' } },
		{},
		['ics.title', 'ics.text'],
	],
	['a list with other entries', { allowed: [15, 30] }, { allowed: [15] }, ['allowed']],
	['nothing when a list is in another order', { allowed: [15, 30] }, { allowed: [30, 15] }, []],
	['nothing of what was not sent', { name: 'A', slug: undefined }, { name: 'A', slug: 'a' }, []],
	['nothing where what is empty is missing', { note: null, text: '' }, { text: null }, []],
])('names %s', (_what, sent, kept, paths) => {
	expect(notKept(sent, kept)).toEqual(paths);
});

/* What a server only writes in another way is kept; what differs is not. */

it.each<[string, IDataObject, IDataObject]>([
	['an empty list and null', { locations: [] }, { locations: null }],
	['an empty list and nothing', { locations: [] }, {}],
	['an empty list and an empty one', { locations: [] }, { locations: [] }],
	['numbers and their texts', { durations: [15, 30] }, { durations: ['15', '30'] }],
	['texts and their numbers', { durations: ['15', '30'] }, { durations: [30, 15] }],
	[
		'both of them deep inside',
		{ options: { durations: [15], channels: [] } },
		{ options: { durations: ['15'] } },
	],
])('no alarm: %s', (_what, sent, kept) => {
	expect(notKept(sent, kept)).toEqual([]);
});

it.each<[string, IDataObject, IDataObject]>([
	['an empty list and a full one', { locations: [] }, { locations: ['Harbour 1'] }],
	['a full list and null', { locations: ['Harbour 1'] }, { locations: null }],
	['a full list and nothing', { locations: ['Harbour 1'] }, {}],
	['other numbers', { locations: [15, 30] }, { locations: ['15', '45'] }],
	['one entry for two', { locations: [15, 15] }, { locations: [15] }],
])('an alarm: %s', (_what, sent, kept) => {
	expect(notKept(sent, kept)).toEqual(['locations']);
});
