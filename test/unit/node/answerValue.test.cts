import { answerValue } from '../../../nodes/Meetergo/actions/answers/answerValue';
import type { AnswerKind } from '../../../nodes/Meetergo/api/questions';

const options = [
	{ label: 'Gas', value: 'gas' },
	{ label: 'Oil, old or new', value: 'oil' },
	{ label: 'Five', value: '5' },
];

it.each<[AnswerKind, unknown]>([
	['text', ' as it is '],
	['text', 7],
	['text', false],
	['text', ['a', 'b']],
	['text', { a: 1 }],
	['number', 0],
	['number', '24000'],
	['yesNo', true],
	['yesNo', false],
	['yesNo', 'No'],
	['tick', false],
	['tick', 'yes'],
	['date', '2026-03-03'],
	['date', '2026-03-03T00:00:00'],
	['choices', []],
])('keeps for %s %j as it was given', (kind, value) => {
	expect(answerValue({ kind, options }, value)).toEqual({ value });
});

it.each<[AnswerKind, unknown, unknown]>([
	['choice', ' GAS ', 'gas'],
	['choice', 'oil, old or new', 'oil'],
	['choice', 5, '5'],
	['choice', ['gas'], 'gas'],
	['choices', 'Oil, old or new', 'oil'],
	['choices', 'Five, GAS', '5, gas'],
	['choices', ['Oil, old or new', 5, ''], ['oil', '5']],
])('keeps for %s %j the values of options: %j', (kind, value, kept) => {
	expect(answerValue({ kind, options }, value)).toEqual({ value: kept });
});

it.each<[AnswerKind, unknown, string]>([
	['number', 'a lot', 'must be a number, but is "a lot"'],
	['number', true, 'must be a number, but is "true"'],
	['yesNo', 'maybe', 'must be yes or no, but is "maybe"'],
	['tick', 1, 'must be yes or no, but is "1"'],
	['date', 'soon', 'must be a date such as 2026-03-03, but is "soon"'],
	['choice', 'Coal', 'is none of its options: "Coal". Choose from: Gas, Oil, old or new, Five'],
	[
		'choices',
		['Gas', 'Coal'],
		'is none of its options: "Coal". Choose from: Gas, Oil, old or new, Five',
	],
])('refuses for %s %j', (kind, value, refusal) => {
	expect(answerValue({ kind, options }, value)).toEqual({ refusal });
});
