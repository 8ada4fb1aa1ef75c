import type { INodeParameterResourceLocator } from 'n8n-workflow';
import { column, failingAlike, jsonOf, refusal, sourcesOf, failed } from './outcome.cts';
import { bothCredentials, byId, credentials, ids, useStage, wire } from './stage.cts';

const stage = useStage();

const get = { resource: 'meetingType', operation: 'get' };
const getAll = { resource: 'meetingType', operation: 'getAll' };
const { oneToOne, group, queue, foreign } = ids.meetingTypes;

const siteSurvey = {
	id: oneToOne,
	name: 'Site survey',
	slug: 'site-survey',
	duration: 45,
	channel: 'connect',
	spots: 1,
	enabled: true,
	hostId: ids.admin,
	queueId: null,
	bookingUrl: 'https://cal.meetergo.com/lena-okafor/site-survey',
};

function locator(mode: 'list' | 'url', value: string): INodeParameterResourceLocator {
	return { __rl: true, mode, value };
}

describe.each(bothCredentials)('meeting type with %s', (authentication) => {
	it('is got by its ID, simplified', async () => {
		const { items } = await stage.run({ authentication, ...get, meetingTypeId: byId(oneToOne) });
		expect(items).toEqual([{ json: siteSurvey, pairedItem: { item: 0 } }]);
	});

	it('is got as the API tells it', async () => {
		const meetingTypeId = byId(oneToOne);
		const result = await stage.run({ authentication, ...get, meetingTypeId, output: 'raw' });
		expect(jsonOf(result)).toEqual([stage.exchanges[0]?.responseBody]);
		expect(jsonOf(result)).toMatchObject([{ meetingInfo: { bufferBefore: 10 } }]);
	});

	it('is got in selected fields', async () => {
		const meetingTypeId = byId(oneToOne);
		const fields = { output: 'selected', outputFields: 'name, meetingInfo.bufferBefore' };
		const result = await stage.run({ authentication, ...get, meetingTypeId, ...fields });
		expect(jsonOf(result)).toEqual([{ name: 'Site survey', 'meetingInfo.bufferBefore': 10 }]);
	});

	it('is got from the list, and by its booking page', async () => {
		const chosen = [
			locator('list', oneToOne),
			locator('url', 'https://cal.meetergo.com/lena-okafor/site-survey'),
		];
		for (const meetingTypeId of chosen) {
			const result = await stage.run({ authentication, ...get, meetingTypeId });
			expect(jsonOf(result)).toEqual([siteSurvey]);
		}
		expect(wire(stage)).toEqual([
			`GET /v4/meeting-type/${oneToOne} 200`,
			'GET /v4/meeting-type 200',
		]);
	});

	it('is listed with all others of the user', async () => {
		const result = await stage.run({ authentication, ...getAll, returnAll: true });
		expect(result.items[0]).toEqual({ json: siteSurvey, pairedItem: { item: 0 } });
		expect(column(result, 'name')).toEqual([
			'Site survey',
			'Heat pump workshop',
			'Newsletter interview',
			'Second opinion',
			'Sales call',
			'Team visit',
			'Call back',
			'Advice',
			'Retired offer',
		]);
	});

	it('is listed up to the limit', async () => {
		const result = await stage.run({ authentication, ...getAll, limit: 2 });
		expect(column(result, 'id')).toEqual([oneToOne, group]);
	});
});

it.each([
	['an ID', oneToOne],
	['an address', 'https://cal.meetergo.com/lena-okafor/site-survey'],
])('takes %s from an expression over the whole field', async (_name, type) => {
	const result = await stage.run(
		{ ...get, meetingTypeId: '={{ $json.type }}' },
		{
			items: [{ type }],
		},
	);
	expect(column(result, 'id')).toEqual([oneToOne]);
});

describe('the booking page', () => {
	it.each([
		'https://cal.meetergo.com/lena-okafor/site-survey?utm_source=mail#form',
		'http://CAL.meetergo.com/Lena-Okafor/site-survey/',
		'cal.meetergo.com/lena-okafor/site-survey',
		'={{ "https://cal.meetergo.com/lena-okafor/" + $json.slug }}',
	])('is known as %s', async (url) => {
		const items = [{ slug: 'site-survey' }];
		const result = await stage.run({ ...get, meetingTypeId: locator('url', url) }, { items });
		expect(column(result, 'id')).toEqual([oneToOne]);
	});

	it('is looked for with one request, however many items and addresses there are', async () => {
		const items = [
			{ slug: 'site-survey' },
			{ slug: 'heat-pump-workshop' },
			{ slug: 'site-survey' },
		];
		const url = '={{ "https://cal.meetergo.com/lena-okafor/" + $json.slug }}';
		const result = await stage.run({ ...get, meetingTypeId: locator('url', url) }, { items });

		expect(column(result, 'id')).toEqual([oneToOne, group, oneToOne]);
		expect(sourcesOf(result)).toEqual([0, 1, 2]);
		expect(wire(stage)).toHaveLength(1);
	});

	it('that belongs to nothing is refused by the name of the field', async () => {
		const url = 'https://cal.meetergo.com/lena-okafor/nothing';
		expect(await failingAlike(stage, { ...get, meetingTypeId: locator('url', url) })).toEqual(
			refusal(
				'Meeting Type',
				'no meeting type of this user has this address. Choose it From List, or give its ID.',
			),
		);
	});
});

it('tells of a meeting type of another company that it was not found', async () => {
	expect(await failingAlike(stage, { ...get, meetingTypeId: byId(foreign) })).toEqual(
		failed('Meeting Type: meetergo could not find what was asked for', {
			httpCode: 404,
			code: 'notFound',
			parameter: 'Meeting Type',
			description: expect.stringContaining('Check the ID'),
		}),
	);
});

it('lists the types of the user acted as', async () => {
	const result = await stage.run({
		...getAll,
		authentication: 'platformApiKey',
		actingUser: byId(ids.users.james),
	});
	expect(column(result, 'name')).toEqual(['Introduction call', 'Sales call']);
	expect(column(result, 'queueId')).toEqual([null, ids.queue]);
	expect(column(result, 'id')).toEqual([ids.meetingTypes.member, queue]);
});

it('explains that a token without the scheduling group may see none', async () => {
	const credential = { accessToken: credentials.crmOnlyToken };
	expect(await failingAlike(stage, getAll, { credential })).toEqual(
		failed('meetergo did not allow this', {
			httpCode: 403,
			code: 'permissionDenied',
			description: expect.stringContaining('may lack a permission group such as Scheduling'),
		}),
	);
});
