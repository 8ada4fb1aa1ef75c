import type { INodeParameters, ResourceMapperFields } from 'n8n-workflow';
import { mapperFields } from '../../engine/mapperFields.cts';
import { bothCredentials, byId, credentials, ids, type Stage, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { aroha, oneToOne, priya } = ids.meetingTypes;
const form = ids.routingForms.designReview;

/** Loads the fields of *Form Answers*, as the admin Lena unless told otherwise. */
async function questions(
	parameters: INodeParameters,
	credential?: Parameters<Stage['credentialsOf']>[0],
): Promise<ResourceMapperFields> {
	return await mapperFields({
		method: 'getFormQuestions',
		parameters: { authentication: 'personalAccessToken', ...parameters },
		credentials: stage.credentialsOf(credential),
	});
}

async function notice(...call: Parameters<typeof questions>) {
	const { fields, emptyFieldsNotice } = await questions(...call);
	expect(fields).toEqual([]);
	return emptyFieldsNotice;
}

/** Whatever the reason is, the questions can be typed in. */
function otherwise(why: string) {
	return `${why} Answers can be added under Additional Fields > Answers by Label.`;
}

function kindsIn({ fields }: ResourceMapperFields) {
	return fields.map(({ id, type, required }) => `${id}: ${type}${required ? ', required' : ''}`);
}

describe.each(bothCredentials)('the questions of a form with %s', (authentication) => {
	it('come with the form', async () => {
		const found = await questions({ authentication, meetingTypeId: byId(priya) });
		expect(kindsIn(found)).toEqual([
			'Project: string, required',
			'Industry: options, required',
			'Budget: number',
			'What should we look at?: string',
			'Is there a building permit?: boolean',
			'Heating today: string',
			'Finished by: dateTime',
			'Mail for invoices: string',
			'Phone on site: string',
		]);
		expect(found.fields[1]).toEqual({
			id: 'Industry',
			displayName: 'Industry',
			required: true,
			display: true,
			defaultMatch: false,
			type: 'options',
			options: [
				{ name: 'Construction', value: 'construction' },
				{ name: 'Energy', value: 'energy' },
				{ name: 'Public sector', value: 'public-sector' },
			],
		});
		expect(wire(stage)).toEqual([
			`GET /v4/meeting-type/${priya} 200`,
			`GET /v4/routing-form/${form} 200`,
		]);
	});

	it('are looked up where the form has only their ids', async () => {
		const found = await questions({ authentication, meetingTypeId: byId(aroha) });
		expect(kindsIn(found)).toEqual([
			'Serial number: string, required',
			'Industry: options, required',
			'What happened?: string, required',
			'How urgent is it?: options',
		]);
		expect(wire(stage).at(-1)).toBe('GET /v4/data-field 200');
	});
});

it('holds the steps of a funnel as well, which nobody has to answer', async () => {
	const { routingForms } = stage.sandbox.state;
	const known = routingForms.get(form);
	if (known === undefined) throw new Error('The form is gone');
	const [first, second, ...others] = known.fields;
	const steps = [others, [first, second]].map((dataFields, at) => ({
		id: `step-${at}`,
		index: 1 - at,
		dataFields: dataFields.flatMap((field) => field ?? []),
	}));
	routingForms.set(form, {
		...known,
		structureType: 'FUNNEL_ONLY',
		fields: [],
		funnelSteps: steps,
	});
	const found = await questions({ meetingTypeId: byId(priya) });
	expect(kindsIn(found).slice(0, 3)).toEqual([
		'Project: string',
		'Industry: options',
		'Budget: number',
	]);
	expect(found.fields).toHaveLength(known.fields.length);
});

it('finds a meeting type by its address', async () => {
	const { sandbox } = stage;
	const types = sandbox.state.meetingTypes;
	const survey = types.get(oneToOne);
	if (survey) types.set(oneToOne, { ...survey, formId: form });
	const value = 'cal.meetergo.com/lena-okafor/site-survey';
	const found = await questions({ meetingTypeId: { __rl: true, mode: 'url', value } });
	expect(found.fields).toHaveLength(9);
});

it('takes a choice without options for a text', async () => {
	const { dataFields } = stage.sandbox.state;
	const field = dataFields.get(ids.dataFields.industry);
	if (field) dataFields.set(field.id, { ...field, options: [] });
	const { fields } = await questions({ meetingTypeId: byId(priya) });
	expect(fields[1]).toMatchObject({ id: 'Industry', type: 'string' });
	expect(fields[1]).not.toHaveProperty('options');
});

it('leaves out what the attendee fields answer already', async () => {
	const { dataFields } = stage.sandbox.state;
	const { budget, invoiceEmail } = ids.dataFields;
	for (const [id, target] of [
		[invoiceEmail, 'attendeeEmail'],
		[budget, 'attendeeOther'],
	] as const) {
		const field = dataFields.get(id);
		if (field) dataFields.set(id, Object.assign({}, field, { target }));
	}
	const labels = (await questions({ meetingTypeId: byId(priya) })).fields.map(({ id }) => id);
	expect(labels).toHaveLength(8);
	expect(labels).not.toContain('Mail for invoices');
});

describe('without questions the form says why, for', () => {
	it('a meeting type that has no form', async () => {
		expect(await notice({ meetingTypeId: byId(oneToOne) })).toBe(
			otherwise('This meeting type has no form.'),
		);
	});

	it('a key that may not read forms', async () => {
		const credential = { accessToken: credentials.schedulingOnlyToken };
		expect(await notice({ meetingTypeId: byId(priya) }, credential)).toBe(
			otherwise('This key may not read the form of the meeting type.'),
		);
		expect(wire(stage).at(-1)).toBe(`GET /v4/routing-form/${form} 403`);
	});

	it('a plan without forms', async () => {
		const body = { statusCode: 403, code: 'PLAN_LIMIT_REACHED', feature: 'forms' };
		stage.sandbox.faults.add({ kind: 'status', path: 'routing-form', status: 403, body });
		expect(await notice({ meetingTypeId: byId(priya) })).toBe(
			otherwise('This key may not read the form of the meeting type.'),
		);
	});

	it.each([
		['a form that is not known', '0a0a0a0a-0b0b-4c0c-8d0d-0e0e0e0e0e0e', 2],
		['a form id that is none', '4711', 1],
	])('%s', async (_name, formId, requests) => {
		const types = stage.sandbox.state.meetingTypes;
		const type = types.get(priya);
		if (type) types.set(priya, { ...type, formId });
		expect(await notice({ meetingTypeId: byId(priya) })).toBe(
			otherwise('This key may not read the form of the meeting type.'),
		);
		expect(stage.exchanges).toHaveLength(requests);
	});

	it('a form that asks nothing', async () => {
		const { routingForms } = stage.sandbox.state;
		const empty = routingForms.get(form);
		if (empty) routingForms.set(form, { ...empty, fields: [] });
		expect(await notice({ meetingTypeId: byId(priya) })).toBe(
			otherwise('The form of this meeting type asks nothing.'),
		);
	});

	it('a meeting type that is not chosen yet', async () => {
		expect(await notice({ meetingTypeId: { __rl: true, mode: 'list', value: '' } })).toBe(
			otherwise(
				'Choose a meeting type to see what its form asks; if one is chosen, close and open this node.',
			),
		);
		expect(wire(stage)).toEqual([]);
	});

	it('a meeting type from an expression', async () => {
		expect(await notice({ meetingTypeId: byId('={{ $json.type }}') })).toBe(
			otherwise('The meeting type is known only when the workflow runs.'),
		);
	});
});

it('does not pass off an answer that cannot be read as a form without questions', async () => {
	const { faults } = stage.sandbox;
	faults.add({ kind: 'garbage', path: 'data-field', status: 200, body: '{"nothing":"here"}' });
	await expect(questions({ meetingTypeId: byId(aroha) })).rejects.toMatchObject({
		message: 'meetergo sent an answer that could not be read',
	});
});
