import { DateTime } from 'luxon';
import { answerText } from '../../../nodes/Meetergo/actions/answers/answerText';
import type { AnswerKind } from '../../../nodes/Meetergo/api/questions';

const VIENNA = 'Europe/Vienna';

const options = [
	{ label: 'Gas', value: 'gas' },
	{ label: 'Oil, old or new', value: 'oil' },
	{ label: 'wood', value: 'pellets' },
	{ label: 'Nothing', value: 'wood' },
];

function answered(kind: AnswerKind, value: unknown, zone = VIENNA) {
	return answerText({ kind, options }, value, zone);
}

const kinds: AnswerKind[] = ['text', 'number', 'yesNo', 'tick', 'date', 'choice', 'choices'];

describe.each(kinds)('a question of the kind %s', (kind) => {
	it.each([[''], ['  '], [null], [undefined], [[]], [['', null]]])(
		'is not answered by %j',
		(value) => {
			expect(answered(kind, value)).toEqual({});
		},
	);
});

const noon = DateTime.fromISO('2026-03-03T12:00', { zone: VIENNA });

it.each<[AnswerKind, unknown, string]>([
	['text', ' as it is ', ' as it is '],
	['text', 0, '0'],
	['text', false, 'false'],
	['text', ['a', '', 2], 'a, 2'],
	['text', 'no, list', 'no, list'],
	['text', noon, '2026-03-03T12:00:00.000+01:00'],
	['number', 0, '0'],
	['number', ' 1.50 ', '1.50'],
	['yesNo', true, 'yes'],
	['yesNo', 'FALSE', 'no'],
	['yesNo', ' No', 'no'],
	['tick', true, 'yes'],
	['choice', 'gas', 'gas'],
	['choice', ' OIL, OLD or new', 'oil'],
	// A value goes before a label.
	['choice', 'wood', 'wood'],
	['choice', 'pellets', 'pellets'],
	['choices', 'Oil, old or new', 'oil'],
	['choices', 'gas , nothing,', 'gas, wood'],
	['choices', ['Oil, old or new', '', 'Gas'], 'oil, gas'],
	['date', '2026-03-03', '2026-03-03'],
	['date', '1931-05-17', '1931-05-17'],
	['date', '1931-05-17T00:00:00', '1931-05-17'],
	['date', '2026-03-03 23:30', '2026-03-03'],
	// As n8n hands over a time inside a field: the day is that of the zone.
	['date', '2026-03-02T23:00:00.000Z', '2026-03-03'],
	['date', noon, '2026-03-03'],
	['date', new Date('2026-03-03T23:30:00Z'), '2026-03-04'],
	['date', 1772535600, '2026-03-03'],
])('takes for %s %j as "%s"', (kind, value, text) => {
	expect(answered(kind, value)).toEqual({ text });
});

it('takes a box that is not ticked for no answer', () => {
	expect(answered('tick', false)).toEqual({});
});

it.each<[AnswerKind, unknown, string]>([
	['text', { a: 1 }, 'must be text, but holds "{"a":1}"'],
	['text', ['a', { b: 2 }], 'must be text, but holds "{"b":2}"'],
	['number', '1,5', 'must be a number, but is "1,5"'],
	['number', true, 'must be a number, but is "true"'],
	['yesNo', 'constructor', 'must be yes or no, but is "constructor"'],
	['tick', 'maybe', 'must be yes or no, but is "maybe"'],
	['date', '2026-02-30', 'must be a date such as 2026-03-03, but is "2026-02-30"'],
	['date', '12345', 'must be a date such as 2026-03-03, but is "12345"'],
	['date', 'x'.repeat(50), `must be a date such as 2026-03-03, but is "${'x'.repeat(40)}..."`],
	[
		'choice',
		'gas, wood',
		'is none of its options: "gas, wood". Choose from: Gas, Oil, old or new, wood, Nothing',
	],
	[
		'choices',
		['Gas', 'Coal'],
		'is none of its options: "Coal". Choose from: Gas, Oil, old or new, wood, Nothing',
	],
])('refuses for %s %j', (kind, value, refusal) => {
	expect(answered(kind, value)).toEqual({ refusal });
});
