import type { INodeParameters } from 'n8n-workflow';
import { DEFAULT_NODE_TYPE } from '../../engine/packages.cts';
import { answersIn, enough, mapped, review } from './forms.cts';
import { booked, inTheFuture, nextFree } from './nextFree.cts';
import { failed, failingAlike, hintsOf, jsonOf, refusal } from './outcome.cts';
import { booking } from './booking.cts';
import { bothCredentials, byId, credentials, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { aroha, oneToOne, priya } = ids.meetingTypes;
const answers = () => answersIn(stage);

describe.each(bothCredentials)('answers to a form with %s', (authentication) => {
	it('become texts under their questions', async () => {
		const value = {
			...enough,
			Budget: 12500.5,
			'What should we look at?': '={{ $json.wishes }}',
			'Is there a building permit?': true,
			'Heating today': 'Gas, wood',
			'Finished by': '2026-09-30T00:00:00',
			'Mail for invoices': '',
			'Phone on site': null,
		};
		await stage.run(
			{ authentication, ...review(mapped(value)) },
			{ items: [{ wishes: 'The roof' }] },
		);
		expect(answers()).toEqual([
			{
				Project: 'Bridge',
				Industry: 'energy',
				Budget: '12500.5',
				'What should we look at?': 'The roof',
				'Is there a building permit?': 'yes',
				'Heating today': 'gas, wood',
				'Finished by': '2026-09-30',
			},
		]);
	});
});

it('may be an object from an expression, whose further keys are kept, and a hint says so', async () => {
	const row = { ...enough, 'Heating today': ['Oil', 'Wood'], utm_source: 'newsletter', Budget: '' };
	const { formAnswers } = { formAnswers: '={{ $json.row }}' };
	const result = await stage.run(review({ formAnswers }), { items: [{ row }] });
	expect(answers()).toEqual([
		{ ...enough, 'Heating today': 'oil, wood', utm_source: 'newsletter' },
	]);
	expect(hintsOf(result)).toEqual([
		'"utm_source" is no question of the form; it was kept as it is.',
	]);
});

it('are asked for once a run, whatever the number of items', async () => {
	const support = { meetingTypeId: byId(aroha), timezone: 'Pacific/Auckland' };
	const value = {
		'Serial number': '={{ $json.serial }}',
		Industry: 'Energy',
		'What happened?': 'x',
	};
	const parameters = booking({ ...support, ...mapped(value), start: '={{ $json.start }}' });
	const items = [10, 11].map((hour) => ({ serial: hour, start: `2026-03-04T${hour}:00:00` }));
	await stage.run(parameters, { items });
	expect(answers().map((notes) => notes?.['Serial number'])).toEqual(['10', '11']);
	expect(wire(stage)).toEqual([
		`GET /v4/meeting-type/${aroha} 200`,
		`GET /v4/routing-form/${ids.routingForms.supportSession} 200`,
		'GET /v4/data-field 200',
		...items.map(() => 'POST /v4/booking 201'),
	]);
});

it('of a switch that was never added are not sent', async () => {
	const label = 'Is there a building permit?';
	const schema = [{ id: label, displayName: label, required: false, type: 'boolean' }];
	const hidden = schema.map((field) => ({ ...field, removed: true }));
	await stage.run(review(mapped({ ...enough, [label]: false }, hidden)));
	await stage.run(
		review({ ...mapped({ ...enough, [label]: false }, schema), start: '2026-03-03T13:00:00' }),
	);
	expect(answers()).toEqual([enough, { ...enough, [label]: 'no' }]);
});

describe('an answer that the form would not take is refused before the booking:', () => {
	it.each([
		['none where one is needed', { Industry: 'energy' }, 'the question "Project" needs an answer.'],
		['blanks', { ...enough, Project: '  ' }, 'the question "Project" needs an answer.'],
		[
			'no option',
			{ ...enough, Industry: 'Fishing' },
			'the answer to "Industry" is none of its options: "Fishing". Choose from: Construction, Energy, Public sector.',
		],
		[
			'one of several that is no option',
			{ ...enough, 'Heating today': 'Gas, Coal' },
			'the answer to "Heating today" is none of its options: "Coal". Choose from: Gas, Oil, Wood.',
		],
		[
			'no number',
			{ ...enough, Budget: 'a lot' },
			'the answer to "Budget" must be a number, but is "a lot".',
		],
		[
			'no date',
			{ ...enough, 'Finished by': 'soon' },
			'the answer to "Finished by" must be a date such as 2026-03-03, but is "soon".',
		],
		[
			'neither yes nor no',
			{ ...enough, 'Is there a building permit?': 'maybe' },
			'the answer to "Is there a building permit?" must be yes or no, but is "maybe".',
		],
	])('%s', async (_name, value, reason) => {
		expect(await failingAlike(stage, review(mapped(value)))).toEqual(
			refusal('Form Answers', reason),
		);
		expect(wire(stage).filter((line) => line.startsWith('POST'))).toEqual([]);
	});

	it('an object that holds none', async () => {
		expect(await failingAlike(stage, review({ formAnswers: '={{ [1, 2] }}' }))).toEqual(
			refusal(
				'Form Answers',
				'must be an object such as {"Year of construction": "1974"}, but is "[1,2]".',
			),
		);
	});
});

describe('a form that the key may not read', () => {
	const credential = { accessToken: credentials.schedulingOnlyToken };
	const project = { id: 'Project', displayName: 'Project', required: true, type: 'string' };
	const permit = { id: 'Permit', displayName: 'Permit', required: false, type: 'boolean' };
	const heating = { id: 'Heating', displayName: 'Heating', required: false, type: 'options' };
	const UNCHECKED =
		'The answers could not be checked: this key may not read the form of "Design review".';

	it('stands in the way of no booking, and a hint says so once', async () => {
		const items = [11, 13].map((hour) => ({ start: `2026-03-03T${hour}:00:00` }));
		const given = review({ ...mapped({ Project: 'Bridge' }), start: '={{ $json.start }}' });
		const result = await stage.run(given, { credential, items });
		expect(answers()).toEqual([{ Project: 'Bridge' }, { Project: 'Bridge' }]);
		expect(hintsOf(result)).toEqual([UNCHECKED]);
		expect(wire(stage)[1]).toBe(`GET /v4/routing-form/${ids.routingForms.designReview} 403`);
	});

	it('may be one that is gone', async () => {
		stage.sandbox.state.routingForms.clear();
		expect(hintsOf(await stage.run(review(mapped({ Project: 'Bridge' }))))).toEqual([UNCHECKED]);
		expect(wire(stage)[1]).toMatch(/^GET \/v4\/routing-form\/\S+ 404$/);
	});

	it('asks what it asked when the editor read it last', async () => {
		const fields = [project, permit];
		const missing = review(mapped({ Permit: true, Project: null }, fields));
		const { error } = await failingAlike(stage, missing, { credential });
		expect(error).toBe('Form Answers: the question "Project" needs an answer.');
		await stage.run(review(mapped({ Permit: true, Project: 'Bridge' }, fields)), { credential });
		expect(answers()).toEqual([{ Permit: 'yes', Project: 'Bridge' }]);
	});

	it.each([
		['without options', {}],
		['with none', { options: null }],
		['with options that say nothing', { options: [{}] }],
	])('leaves a choice open that the editor knew %s', async (_name, options) => {
		const field: INodeParameters = { ...heating, ...options };
		// n8n itself refuses what is not an option, unless it comes from an expression.
		const given = review(mapped({ Heating: '={{ $json.heating }}' }, [field]));
		await stage.run(given, { credential, items: [{ heating: 'Gas' }] });
		expect(answers()).toEqual([{ Heating: 'Gas' }]);
	});

	it('asks nothing any more once the meeting type has no form', async () => {
		const result = await stage.run(
			booking(mapped({ Permit: true, Project: null }, [project, permit])),
		);
		expect(answers()).toEqual([{ Permit: 'yes' }]);
		expect(hintsOf(result)).toEqual([]);
		expect(wire(stage)).toEqual([`GET /v4/meeting-type/${oneToOne} 200`, 'POST /v4/booking 201']);
	});
});

it.each([
	['no options', undefined],
	['an empty list of them', []],
])('may be anything where a choice has %s', async (_name, options) => {
	const { dataFields } = stage.sandbox.state;
	const field = dataFields.get(ids.dataFields.industry);
	if (field) dataFields.set(field.id, { ...field, options });
	await stage.run(review(mapped({ ...enough, Industry: 'Fishing' })));
	expect(answers()).toEqual([{ ...enough, Industry: 'Fishing' }]);
});

it('fail the item where the form cannot be read for another reason', async () => {
	const { faults } = stage.sandbox;
	const body = '{"nothing":"here"}';
	faults.add({ kind: 'garbage', path: 'data-field', status: 200, body, times: 2 });
	const parameters = booking({
		meetingTypeId: byId(aroha),
		...mapped({ Industry: 'energy' }),
	});
	expect(await failingAlike(stage, parameters)).toEqual(
		failed('meetergo sent an answer that could not be read', {
			code: 'unreadableAnswer',
			httpCode: null,
		}),
	);
	expect(answers()).toEqual([]);
});

it('that an agent left empty are left out', async () => {
	const type = `${DEFAULT_NODE_TYPE}Tool`;
	const value = { ...enough, Budget: '', 'Finished by': null, 'Heating today': '' };
	const result = await stage.run(review(mapped(value)), { type });
	expect(jsonOf(result)).toMatchObject([{ bookingState: 'confirmed' }]);
	expect(answers()).toEqual([enough]);
});

describe('in the next free slot', () => {
	const later = useStage({ ...inTheFuture, forEachTest: true });

	it('count as well', async () => {
		const next = nextFree({ meetingTypeId: byId(priya) });
		const incomplete = { ...next, ...mapped({ Project: 'Bridge' }) };
		expect(await failingAlike(later, incomplete)).toEqual(
			refusal('Form Answers', 'the question "Industry" needs an answer.'),
		);
		expect(booked(later)).toEqual([]);
		await later.run({ ...next, ...mapped(enough) });
		expect(booked(later)).toMatchObject([{ attendees: [{ notes: enough }] }]);
	});
});
