import type { INodeParameters } from 'n8n-workflow';
import { column, failed, failingAlike, hintsOf, jsonOf, refusal } from './outcome.cts';
import { typesNamed, upsertRoofCheck as upsert, upsertType } from './roofCheck.cts';
import { bothCredentials, byId, credentials, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { oneToOne } = ids.meetingTypes;
const stored = () => stage.sandbox.state.meetingTypes.get(oneToOne);
const writes = () => wire(stage).filter((line) => !line.startsWith('GET'));
const body = () => stage.exchanges.at(-1)?.requestBody;

/** The seed's survey, of 45 minutes on the channel Connect. */
function survey(settings: INodeParameters = {}): INodeParameters {
	return upsertType('Site survey', settings);
}

describe.each(bothCredentials)('a meeting type with %s', (authentication) => {
	it('is created where the user has none of that name', async () => {
		const result = await stage.run({ ...upsert(), authentication });
		const [made] = typesNamed(stage, 'Roof check');
		expect(result.items).toEqual([
			{
				json: {
					id: made?.id,
					name: 'Roof check',
					slug: 'roof-check',
					duration: 40,
					channel: 'phone',
					spots: 1,
					enabled: true,
					hostId: ids.admin,
					queueId: null,
					bookingUrl: 'https://cal.meetergo.com/lena-okafor/roof-check',
					change: 'created',
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(hintsOf(result)).toEqual([]);
		expect(wire(stage)).toEqual(['GET /v4/meeting-type 200', 'POST /v4/meeting-type 201']);
	});

	it('is left alone where nothing differs', async () => {
		const before = stored();
		const same = { bookingMinimum: 120, bufferBefore: 10, daysAhead: 60, slug: 'site-survey' };
		const result = await stage.run({ ...survey(same), authentication });
		expect(jsonOf(result)).toMatchObject([{ id: oneToOne, change: 'unchanged' }]);
		expect(wire(stage)).toEqual(['GET /v4/meeting-type 200']);
		expect(stored()).toEqual(before);
	});

	it('is changed in what differs, and in nothing else', async () => {
		const settings = { bookingMinimum: 90, bufferBefore: 10, bufferAfter: 15 };
		const result = await stage.run({ ...survey(settings), authentication });
		expect(jsonOf(result)).toMatchObject([{ id: oneToOne, change: 'updated' }]);
		expect(wire(stage)).toEqual([
			'GET /v4/meeting-type 200',
			`PATCH /v4/meeting-type/${oneToOne} 200`,
		]);
		expect(body()).toEqual({ meetingInfo: { bufferAfter: 15 }, bookingMinimum: 90 });
	});
});

it('is changed without a word about its meeting info where nothing in it differs', async () => {
	const result = await stage.run(survey({ enabled: false }));
	expect(column(result, 'enabled')).toEqual([false]);
	expect(body()).toEqual({ enabled: false });
});

it('gets lists and objects as a whole', async () => {
	const settings = { metadata: '{"crm_id": "4711", "team": "north"}', locations: 'A 1\nB 2' };
	await stage.run(survey(settings));
	stage.checkContract();
	const again = { metadata: '{"crm_id": "4711", "team": "south"}', locations: 'B 2\nA 1' };
	await stage.run(survey(again));
	expect(body()).toEqual({ metadata: { crm_id: '4711', team: 'south' } });
});

it('gets the length and the channel that are added, and keeps them where they are not', async () => {
	await stage.run(survey({ duration: 50, channel: 'zoom' }));
	expect(body()).toEqual({ meetingInfo: { duration: 50, channel: 'zoom' } });
	const result = await stage.run(survey({ bufferAfter: 15 }));
	expect(jsonOf(result)).toMatchObject([{ duration: 50, channel: 'zoom', change: 'updated' }]);
	expect(body()).toEqual({ meetingInfo: { bufferAfter: 15 } });
});

it('is created with the usual length and channel where they are not added', async () => {
	const result = await stage.run(upsertType('Roof check'));
	expect(jsonOf(result)).toMatchObject([{ duration: 30, channel: 'connect', change: 'created' }]);
});

describe('expressions that give nothing', () => {
	const nothing = '={{ $json.nothing }}';
	const settings = { duration: nothing, channel: nothing, spots: nothing, slug: nothing };
	const items = [{}, { nothing: '' }, { nothing: null }];

	it('change nothing', async () => {
		const result = await stage.run(survey({ ...settings, customChannelName: nothing }), { items });
		expect(column(result, 'change')).toEqual(['unchanged', 'unchanged', 'unchanged']);
		expect(column(result, 'duration')).toEqual([45, 45, 45]);
		expect(writes()).toEqual([]);
	});

	it('make a type with the usual length and channel', async () => {
		const result = await stage.run(upsertType('Roof check', settings));
		expect(jsonOf(result)).toMatchObject([{ duration: 30, channel: 'connect', change: 'created' }]);
	});
});

it('tells of each run what meetergo dropped without an error', async () => {
	const given = survey({ customChannelName: 'Webinar room' });
	for (const result of [await stage.run(given), await stage.run(given)]) {
		const notKept = 'meetingInfo.customChannelName';
		expect(jsonOf(result)).toMatchObject([{ change: 'updated', notKept }]);
		expect(hintsOf(result)).toEqual([expect.stringContaining(notKept)]);
	}
});

describe('many items', () => {
	const items = [
		{ name: 'Roof check', spots: 1 },
		{ name: 'Cellar check', spots: 2 },
		{ name: ' roof CHECK ', spots: 1 },
		{ name: 'Cellar check', spots: 3 },
	];
	const given = upsert({ spots: '={{ $json.spots }}' }, { name: '={{ $json.name }}' });

	it('see what the items before them did, with one list', async () => {
		const result = await stage.run(given, { items });
		expect(column(result, 'change')).toEqual(['created', 'created', 'updated', 'updated']);
		expect(column(result, 'name')).toEqual([
			'Roof check',
			'Cellar check',
			'roof CHECK',
			'Cellar check',
		]);
		expect(new Set(column(result, 'id')).size).toBe(2);
		expect(wire(stage).filter((line) => line.startsWith('GET'))).toHaveLength(1);
	});

	it('write nothing when they are run a second time', async () => {
		const settings = {
			slug: '={{ $json.slug }}',
			enabled: false,
			bookingMinimum: 90,
			description: '',
			internalNotes: 'Bring the ladder',
			redirect: 'https://example.com/thanks',
			allowedDurations: '40, 20',
			scheduleId: byId(ids.availabilities.lenaEvenings),
			daysAhead: 14,
		};
		const rows = [{ slug: 'Roof' }, { slug: 'roof-two' }];
		const first = await stage.run(upsert(settings), { items: rows });
		expect(column(first, 'change')).toEqual(['created', 'created']);
		stage.checkContract();
		const again = await stage.run(upsert(settings), { items: rows });
		expect(column(again, 'change')).toEqual(['unchanged', 'unchanged']);
		expect(column(again, 'slug')).toEqual(['roof', 'roof-two']);
		expect(wire(stage)).toEqual(['GET /v4/meeting-type 200']);
	});
});

describe('what cannot be', () => {
	it.each<[string, INodeParameters, string, string]>([
		['no name', upsert({}, { name: '={{ $json.name }}' }), 'Name', 'must not be empty.'],
		[
			'4 minutes',
			upsert({ duration: 4 }),
			'Duration (Minutes)',
			'must be a whole number from 5 to 480, but is "4".',
		],
		[
			'a slug with a space',
			upsert({ slug: 'roof check' }),
			'Slug',
			'may hold letters without accents, digits and dashes only.',
		],
	])('is refused before anything is asked: %s', async (_what, given, field, reason) => {
		expect(await failingAlike(stage, given)).toEqual(refusal(field, reason));
		expect(wire(stage)).toEqual([]);
	});

	it('is a token without the scheduling group', async () => {
		const credential = { accessToken: credentials.crmOnlyToken };
		expect(await failingAlike(stage, survey(), { credential })).toEqual(
			failed('meetergo did not allow this', {
				httpCode: 403,
				code: 'permissionDenied',
				description: expect.stringContaining('permission group such as Scheduling'),
			}),
		);
	});
});
