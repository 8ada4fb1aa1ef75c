import type { IDataObject } from 'n8n-workflow';
import { notKept } from '../../../nodes/Meetergo/actions/notKept';

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
