import { contactsAt, onContacts, writes } from './contacts.cts';
import { failingAlike, hintsOf, jsonOf, refusal } from './outcome.cts';
import { ids, useStage, wire } from './stage.cts';

/* The values of custom fields have to be what their data fields take. */

const stage = useStage({ forEachTest: true });

const email = 'nora@example.net';
const upsert = (customFields: unknown) =>
	onContacts('upsert', {
		contactEmail: email,
		contactFields: { customFields: JSON.stringify(customFields) },
	});
const written = () => contactsAt(stage, email)[0]?.additionalData;

it('are kept as they were given, but for choices, which are kept by their values', async () => {
	const given = {
		industry: 'PUBLIC SECTOR',
		'Company size': '11-to-50',
		Budget: '24000',
		newsletter: false,
		customer_since: '2026-03-03',
		'Heating today': ['Oil', 'wood'],
		project: 7,
	};
	const result = await stage.run(upsert(given));
	expect(written()).toEqual({
		industry: 'public-sector',
		company_size: '11-to-50',
		budget: '24000',
		newsletter: false,
		customer_since: '2026-03-03',
		heating_today: ['oil', 'wood'],
		project: 7,
	});
	expect(hintsOf(result)).toEqual([]);
});

it('may be removed by null, whatever they are', async () => {
	const none = { industry: null, budget: null, newsletter: null, customer_since: null };
	await stage.run(upsert({ industry: 'energy', budget: 1 }));
	await stage.run(upsert(none));
	expect(written()).toEqual({});
});

it('are the same under the label of an option as under its value', async () => {
	await stage.run(upsert({ industry: 'Energy' }));
	const requests = wire(stage).length;
	expect(jsonOf(await stage.run(upsert({ Industry: 'energy' })))).toMatchObject([
		{ change: 'unchanged' },
	]);
	expect(wire(stage).slice(requests)).toEqual([
		expect.stringContaining('GET /crm'),
		'GET /v4/data-field 200',
	]);
});

describe('are refused before anything is written:', () => {
	it.each([
		[
			'no option',
			{ Industry: 'Fishing' },
			'the value of "Industry" is none of its options: "Fishing". Choose from: Construction, Energy, Public sector.',
		],
		[
			'one of several that is no option',
			{ heating_today: 'Gas, Coal' },
			'the value of "heating_today" is none of its options: "Coal". Choose from: Gas, Oil, Wood.',
		],
		['no number', { budget: 'a lot' }, 'the value of "budget" must be a number, but is "a lot".'],
		[
			'no date',
			{ 'Customer since': 'long ago' },
			'the value of "Customer since" must be a date such as 2026-03-03, but is "long ago".',
		],
		[
			'neither yes nor no',
			{ newsletter: 'weekly' },
			'the value of "newsletter" must be yes or no, but is "weekly".',
		],
	])('%s', async (_what, given, reason) => {
		expect(await failingAlike(stage, upsert(given))).toEqual(
			refusal('Custom Fields (JSON)', reason),
		);
		expect(writes(stage)).toEqual([]);
	});
});

it.each([
	['no options', undefined],
	['an empty list of them', []],
])('may be anything where a choice has %s', async (_what, options) => {
	const { dataFields } = stage.sandbox.state;
	const field = dataFields.get(ids.dataFields.industry);
	if (field) dataFields.set(field.id, { ...field, options });
	await stage.run(upsert({ industry: 'Fishing' }));
	expect(written()).toEqual({ industry: 'Fishing' });
});

it('may be anything where a data field is no choice, number, date or switch', async () => {
	await stage.run(upsert({ project: { of: ['fish'] } }));
	expect(written()).toEqual({ project: { of: ['fish'] } });
});
