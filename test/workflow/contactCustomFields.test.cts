import { contactsAt, onContacts, writes } from './contacts.cts';
import { failingAlike, hintsOf, jsonOf, refusal } from './outcome.cts';
import { credentials, ids, useStage, wire } from './stage.cts';

/* Custom fields are held against the data fields of the company: meetergo would keep any name without a word. */

const stage = useStage({ forEachTest: true });

const email = 'nora@example.net';
const upsert = (customFields: unknown) =>
	onContacts('upsert', {
		contactEmail: email,
		contactFields: { customFields: String(customFields) },
	});
const written = () => contactsAt(stage, email)[0]?.additionalData;
const UNCHECKED = 'Custom fields could not be checked: this key may not read the data fields.';

it.each(['items', 'data', 'none'] as const)(
	'takes names and labels, in any case of letters, with the list wrapped in %s',
	async (envelope) => {
		stage.sandbox.state.dataFieldEnvelope = envelope;
		const given = { INDUSTRY: 'energy', 'Company Size': '11-to-50', budget: 0, newsletter: false };
		await stage.run(upsert(JSON.stringify(given)));
		expect(written()).toEqual({
			industry: 'energy',
			company_size: '11-to-50',
			budget: 0,
			newsletter: false,
		});
	},
);

it('takes an object from an expression', async () => {
	const items = [{ industry: 'energy', size: null, source: '' }];
	await stage.run(upsert('={{ { industry: $json.industry, lead_source: $json.source } }}'), {
		items,
	});
	expect(written()).toEqual({ industry: 'energy' });
});

it('reads the data fields once a run, however many items there are', async () => {
	const parameters = {
		...upsert('{"industry": "energy"}'),
		contactEmail: '={{ $json.email }}',
	};
	await stage.run(parameters, { items: [1, 2, 3].map((at) => ({ email: `${at}@example.net` })) });
	expect(wire(stage).filter((line) => line.includes('data-field'))).toHaveLength(1);
});

it('reads them to the end of the list', async () => {
	const { dataFields } = stage.sandbox.state;
	const field = dataFields.get(ids.dataFields.project);
	for (let id = 1000; field && id < 1120; id += 1) {
		dataFields.set(id, { ...field, id, name: `field_${id}`, label: `Field ${id}` });
	}
	await stage.run(upsert('{"Field 1119": "x"}'));
	expect(written()).toEqual({ field_1119: 'x' });
	expect(wire(stage).filter((line) => line.includes('data-field'))).toHaveLength(2);
});

it('refuses an unknown name, and names those that are known, before it writes', async () => {
	for (const id of [...stage.sandbox.state.dataFields.keys()].slice(3)) {
		stage.sandbox.state.dataFields.delete(id);
	}
	expect(await failingAlike(stage, upsert('{"industri": "energy"}'))).toEqual(
		refusal(
			'Custom Fields (JSON)',
			'"industri" is no data field of this company; known are: industry, budget, company_size.',
		),
	);
	expect(writes(stage)).toEqual([]);
});

it('names ten of them at most, those first that look like it', async () => {
	const { error } = await failingAlike(stage, upsert('{"Serial no": "7"}'));
	const [, names = ''] = /known are: (.*)\.$/.exec(error) ?? [];
	expect(names).toMatch(/^serial_number, /);
	expect(names).toMatch(/ and 6 more$/);
	expect(names.split(', ')).toHaveLength(10);
});

it('says that there are no data fields yet', async () => {
	stage.sandbox.state.dataFields.clear();
	const { error } = await failingAlike(stage, upsert('{"industry": "energy"}'));
	expect(error).toMatch(/"industry" is no data field of this company; there are none yet\.$/);
});

describe('where names and labels are in each other’s way', () => {
	const put = (name: string, label: string, id: number) => {
		const { dataFields } = stage.sandbox.state;
		const field = dataFields.get(ids.dataFields.project);
		if (field) dataFields.set(id, { ...field, id, name, label });
	};

	it('takes a name before a label', async () => {
		put('region', 'Area', 900);
		put('other_region', 'Region', 901);
		await stage.run(upsert('{"Region": "north"}'));
		expect(written()).toEqual({ region: 'north' });
	});

	it('refuses a label that two fields have', async () => {
		put('site_a', 'Site', 900);
		put('site_b', 'site', 901);
		const { error } = await failingAlike(stage, upsert('{"Site": "north"}'));
		expect(error).toMatch(/^Custom Fields \(JSON\): "Site" is no data field .*: site_a, site_b, /);
	});
});

it.each([
	['a list', '={{ ["industry"] }}', '"["industry"]"'],
	['text that is no JSON', 'industry: energy', '"industry: energy"'],
])('refuses %s before anything is sent', async (_what, given, shown) => {
	expect(await failingAlike(stage, upsert(given))).toEqual(
		refusal(
			'Custom Fields (JSON)',
			`must be an object such as {"industry": "construction"}, but is ${shown}.`,
		),
	);
	expect(wire(stage)).toEqual([]);
});

describe('a key that may not read data fields', () => {
	it('writes them unchecked, and a hint says so', async () => {
		const credential = { accessToken: credentials.crmOnlyToken };
		const result = await stage.run(upsert('{"industri": "energy"}'), { credential });
		expect(jsonOf(result)).toMatchObject([{ email, change: 'created' }]);
		expect(written()).toEqual({ industri: 'energy' });
		expect(hintsOf(result)).toEqual([UNCHECKED]);
	});

	it.each([400, 404])('is told by %i as well', async (status) => {
		stage.sandbox.faults.add({ kind: 'status', status, path: 'data-field' });
		expect(hintsOf(await stage.run(upsert('{"industry": "energy"}')))).toEqual([UNCHECKED]);
	});

	it('is not what a broken server tells, which is asked once for all items', async () => {
		stage.sandbox.faults.add({ kind: 'status', status: 500, path: 'data-field', times: Infinity });
		const parameters = { ...upsert('{"industry": "energy"}'), options: { maxWait: 0 } };
		const result = await stage.run(parameters, {
			items: [{}, {}, {}],
			onError: 'continueErrorOutput',
		});
		expect(result.errors.map(({ json }) => json.details)).toEqual(
			Array(3).fill(expect.objectContaining({ code: 'serverError' })),
		);
		expect(wire(stage)).toEqual(['GET /crm 200', 'GET /v4/data-field 500']);
	});
});
