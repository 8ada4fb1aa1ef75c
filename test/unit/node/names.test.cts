import { brokenNames, namesNow, type Names } from '../../../scripts/docs/names.cts';
import frozen from './names.json';

const before: Names = frozen;

it('keeps every name that saved workflows rely on', () => {
	expect(brokenNames(before, namesNow())).toEqual([]);
});

const field = { type: 'options', default: 'me', values: ['me', 'everyone'] };
const was: Names = { 'booking.getAll': { hosts: field } };

it.each([
	['a lost operation', {}, ['booking.getAll is gone']],
	['a lost field', { 'booking.getAll': {} }, ['booking.getAll: hosts is gone']],
	[
		'a lost value',
		{ 'booking.getAll': { hosts: { ...field, values: ['me', 'chosen'] } } },
		['booking.getAll: hosts has no value "everyone" any more'],
	],
	[
		'another type',
		{ 'booking.getAll': { hosts: { ...field, type: 'string' } } },
		['booking.getAll: hosts was a options, is a string'],
	],
	[
		'another default',
		{ 'booking.getAll': { hosts: { ...field, default: 'everyone' } } },
		['booking.getAll: hosts has another default'],
	],
	[
		'nothing when something is added',
		{
			'booking.get': {},
			'booking.getAll': { hosts: { ...field, values: ['me', 'everyone', 'chosen'] }, limit: field },
		},
		[],
	],
])('finds %s', (_what, now, broken) => {
	expect(brokenNames(was, now)).toEqual(broken);
});
