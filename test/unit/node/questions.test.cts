import { askedBy } from '../../../nodes/Meetergo/api/questions';

/* What meetergo publishes of data fields is thin, so less has to do. */

it.each([
	['nothing', {}],
	['no kind', { fieldType: null }],
	['a kind that is not known', { fieldType: 'hologram' }],
	['a name of every object for a kind', { fieldType: 'constructor' }],
	['a choice without options', { fieldType: 'select' }],
	['a choice of none', { fieldType: 'radio', options: null }],
	['a choice from an empty list', { fieldType: 'checkbox-multi', options: [] }],
	[
		'a choice of options that say nothing',
		{ fieldType: 'select', options: [{}, { label: 'Please choose', value: '' }] },
	],
])('takes any text where a data field tells %s', (_what, field) => {
	expect(askedBy(field)).toEqual({ kind: 'text', options: [] });
});

it('takes the label of an option for its value, and the other way round', () => {
	const options = [{ label: 'Gas' }, { value: 'oil' }, { label: 'Wood', value: 'pellets' }, {}];
	expect(askedBy({ fieldType: 'select', options })).toEqual({
		kind: 'choice',
		options: [
			{ label: 'Gas', value: 'Gas' },
			{ label: 'oil', value: 'oil' },
			{ label: 'Wood', value: 'pellets' },
		],
	});
});
