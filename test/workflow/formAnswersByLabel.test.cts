import { answersIn, enough, mapped, review } from './forms.cts';
import { inTheFuture, nextFree } from './nextFree.cts';
import { failingAlike, hintsOf, refusal } from './outcome.cts';
import { booking } from './booking.cts';
import { byId, ids, useStage, wire } from './stage.cts';

/* Answers that are typed in under *Additional Fields*, by the labels of their questions. */

const stage = useStage({ forEachTest: true });

const answers = () => answersIn(stage);
const inRows = (label: string, value: string) => ({ answers: { pairs: [{ label, value }] } });

it('go before those of the form, and as an object before all others', async () => {
	const additionalFields = {
		answers: {
			pairs: [
				{ label: 'Project', value: 'Tower' },
				{ label: 'Budget', value: '2' },
			],
		},
		answersJson: { Project: 'Tunnel', 'Is there a building permit?': false },
	};
	const value = { ...enough, Budget: 1, 'Phone on site': '+43 1' };
	await stage.run(review({ ...mapped(value), additionalFields }));
	expect(answers()).toEqual([
		{
			Project: 'Tunnel',
			Industry: 'energy',
			Budget: '2',
			'Phone on site': '+43 1',
			'Is there a building permit?': 'no',
		},
	]);
});

it('may be all there is', async () => {
	const additionalFields = { answersJson: { Project: 'Bridge', Industry: 'Public sector' } };
	expect(hintsOf(await stage.run(review({ additionalFields })))).toEqual([]);
	expect(answers()).toEqual([{ Project: 'Bridge', Industry: 'public-sector' }]);
});

it.each([
	['JSON', { answersJson: '{"Heating today": ["Oil", "wood"]}' }],
	['an expression', { answersJson: '={{ { "Heating today": ["Oil", "wood"] } }}' }],
	['a row', inRows('Heating today', '={{ ["Oil", "wood"] }}')],
])('may be lists in %s', async (_name, additionalFields) => {
	await stage.run(review({ ...mapped(enough), additionalFields }));
	expect(answers()).toEqual([{ ...enough, 'Heating today': 'oil, wood' }]);
});

it('may be lists without a form as well', async () => {
	await stage.run(booking({ additionalFields: { answersJson: { Topics: ['a', 'b', 3] } } }));
	expect(answers()).toEqual([{ Topics: 'a, b, 3' }]);
});

it('are kept where the form does not ask, and a hint names each of them once', async () => {
	const additionalFields = {
		...inRows('Budjet', '2'),
		answersJson: { 'Phone on sight': '+43 1', Roof: null },
	};
	const items = [11, 13].map((hour) => ({ start: `2026-03-03T${hour}:00:00` }));
	const given = review({ ...mapped(enough), additionalFields, start: '={{ $json.start }}' });
	const result = await stage.run(given, { items });
	const kept = { ...enough, Budjet: '2', 'Phone on sight': '+43 1', Roof: '' };
	expect(answers()).toEqual([kept, kept]);
	expect(hintsOf(result)).toEqual([
		'"Budjet" is no question of the form; it was kept as it is.',
		'"Phone on sight" is no question of the form; it was kept as it is.',
		'"Roof" is no question of the form; it was kept as it is.',
	]);
});

it('are kept without a word where there is no form', async () => {
	const result = await stage.run(booking({ additionalFields: { answersJson: { Roof: 'flat' } } }));
	expect(answers()).toEqual([{ Roof: 'flat' }]);
	expect(hintsOf(result)).toEqual([]);
});

describe('a refusal names the field that holds the answer:', () => {
	const FISHING =
		'the answer to "Industry" is none of its options: "Fishing". Choose from: Construction, Energy, Public sector.';

	it.each([
		['Answers by Label', inRows('Industry', 'Fishing'), FISHING],
		['Answers by Label (JSON)', { answersJson: { Industry: 'Fishing' } }, FISHING],
		['Answers by Label', inRows('Project', ' '), 'the question "Project" needs an answer.'],
		[
			'Answers by Label (JSON)',
			{ answersJson: { Project: null } },
			'the question "Project" needs an answer.',
		],
	])('%s', async (field, additionalFields, reason) => {
		expect(await failingAlike(stage, review({ ...mapped(enough), additionalFields }))).toEqual(
			refusal(field, reason),
		);
		expect(wire(stage).filter((line) => line.startsWith('POST'))).toEqual([]);
	});

	it('Form Answers, where nothing holds it', async () => {
		const additionalFields = { answersJson: { Project: 'Bridge' } };
		expect(await failingAlike(stage, review({ additionalFields }))).toEqual(
			refusal('Form Answers', 'the question "Industry" needs an answer.'),
		);
	});
});

describe('in the next free slot', () => {
	const later = useStage({ ...inTheFuture, forEachTest: true });

	it('may hold lists, and are refused by their field', async () => {
		const next = nextFree({ meetingTypeId: byId(ids.meetingTypes.priya), ...mapped(enough) });
		const given = (heating: string[]) => ({
			...next,
			additionalFields: { answersJson: { 'Heating today': heating } },
		});
		const { error } = await failingAlike(later, given(['Gas', 'Coal']));
		expect(error).toMatch(/^Answers by Label \(JSON\): the answer to "Heating today" is none of/);
		await later.run(given(['Gas', 'Wood']));
		expect(answersIn(later)).toEqual([{ ...enough, 'Heating today': 'gas, wood' }]);
	});
});
