import { column, failed, failingAlike, hintsOf, jsonOf, refusal } from './outcome.cts';
import { roofCheck, typesNamed } from './roofCheck.cts';
import { bothCredentials, byId, credentials, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const stored = () => typesNamed(stage, 'Roof check')[0];
const posts = () => wire(stage).filter((line) => line.startsWith('POST'));

describe.each(bothCredentials)('a meeting type with %s', (authentication) => {
	it('is created from name, duration and channel with one request', async () => {
		const result = await stage.run({ ...roofCheck(), authentication });
		expect(result.items).toEqual([
			{
				json: {
					id: stored()?.id,
					name: 'Roof check',
					slug: 'roof-check',
					duration: 40,
					channel: 'phone',
					spots: 1,
					enabled: true,
					hostId: ids.admin,
					queueId: null,
					bookingUrl: 'https://cal.meetergo.com/lena-okafor/roof-check',
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(hintsOf(result)).toEqual([]);
		expect(wire(stage)).toEqual(['GET /v4/meeting-type 200', 'POST /v4/meeting-type 201']);
		expect(stage.exchanges[1]?.requestBody).toEqual({
			meetingInfo: { description: '', name: 'Roof check', duration: 40, channel: 'phone' },
		});
	});

	it('gets its slug with a second request, which is read back', async () => {
		const result = await stage.run({ ...roofCheck({ slug: 'Roof' }), authentication });
		expect(jsonOf(result)).toMatchObject([
			{ slug: 'roof', bookingUrl: 'https://cal.meetergo.com/lena-okafor/roof' },
		]);
		expect(result.items[0]?.json).not.toHaveProperty('notKept');
		expect(stage.exchanges.at(-1)).toMatchObject({
			method: 'PATCH',
			path: `/v4/meeting-type/${stored()?.id}`,
			requestBody: { slug: 'roof' },
		});
		expect(stored()?.slug).toBe('roof');
	});
});

it('takes everything the form offers, with one change after the creation', async () => {
	const settings = {
		allowAddingGuests: true,
		allowPhoneOnlyBooking: true,
		allowedChannels: ['phone', 'google'],
		allowedDurations: '20, 40',
		bookingMinimum: 90,
		bufferAfter: 5,
		bufferBefore: 10,
		daysAhead: 14,
		description: 'We look at your roof.',
		enabled: false,
		internalNotes: 'Bring the ladder',
		locations: 'Main Street 5, Oslo\nHarbour 1',
		metadata: '{"crm_id": 4711}',
		redirect: 'https://example.com/thanks',
		scheduleId: byId(ids.availabilities.lenaEvenings),
		slug: 'roof',
		spots: 4,
		timeslotInterval: 20,
	};
	const result = await stage.run(roofCheck(settings));
	expect(result.items).toMatchObject([{ json: { slug: 'roof', enabled: false, spots: 4 } }]);
	expect(result.items[0]?.json).not.toHaveProperty('notKept');
	expect(hintsOf(result)).toEqual([]);
	expect(wire(stage)).toEqual([
		'GET /v4/meeting-type 200',
		'POST /v4/meeting-type 201',
		`PATCH /v4/meeting-type/${stored()?.id} 200`,
	]);
	expect(stage.exchanges[2]?.requestBody).toEqual({
		slug: 'roof',
		enabled: false,
		timeslotInterval: 20,
		bookingMinimum: 90,
		internalNotes: 'Bring the ladder',
	});
	expect(stored()).toMatchObject({
		meetingInfo: {
			description: 'We look at your roof.',
			bufferBefore: 10,
			bufferAfter: 5,
			enableRedirect: true,
			redirect: 'https://example.com/thanks',
		},
		meetingOptions: {
			allowedDurations: [20, 40],
			allowedChannels: ['phone', 'google'],
			allowAddingGuests: true,
			allowPhoneOnlyBooking: true,
		},
		slug: 'roof',
		spots: 4,
		enabled: false,
		timeslotInterval: 20,
		bookingMinimum: 90,
		daysIntoFuture: { mode: 'limit', bookingLimit: 14 * 24 * 60 },
		availabilityId: ids.availabilities.lenaEvenings,
		locations: ['Main Street 5, Oslo', 'Harbour 1'],
		metadata: { crm_id: '4711' },
		internalNotes: 'Bring the ladder',
	});
});

it('sends no change for what creation has set already', async () => {
	await stage.run(roofCheck({ enabled: true, slug: 'roof-check' }));
	expect(posts()).toHaveLength(1);
	expect(wire(stage).filter((line) => line.startsWith('PATCH'))).toEqual([]);
});

it('tells what meetergo dropped without an error', async () => {
	const settings = {
		customChannelName: 'Webinar room',
		customChannelLink: 'https://meet.example.com/room',
	};
	const result = await stage.run(roofCheck(settings, { channel: 'custom' }));
	const notKept = 'meetingInfo.customChannelName, meetingInfo.customChannelLink';
	expect(result.items).toMatchObject([{ json: { channel: 'custom', notKept } }]);
	expect(hintsOf(result)).toEqual([expect.stringContaining(notKept)]);
});

it('is created for the user acted as, whose other types alone may take its slug', async () => {
	const parameters = {
		...roofCheck({ slug: 'site-survey' }),
		authentication: 'platformApiKey',
		actingUser: byId(ids.users.james),
	};
	const result = await stage.run(parameters);
	expect(jsonOf(result)).toMatchObject([{ slug: 'site-survey', hostId: ids.users.james }]);
});

it('lists the types of each acting user once, however many items there are', async () => {
	const items = ['Roof check', 'Cellar check', 'Wall check'].map((name) => ({ name }));
	const result = await stage.run(roofCheck({}, { name: '={{ $json.name }}' }), { items });
	expect(column(result, 'name')).toEqual(['Roof check', 'Cellar check', 'Wall check']);
	expect(wire(stage).filter((line) => line.startsWith('GET'))).toHaveLength(1);
});

describe('a slug that is taken', () => {
	it('by a type of the same host is refused by name before anything is created', async () => {
		expect(await failingAlike(stage, roofCheck({ slug: 'site-survey' }))).toEqual(
			refusal('Slug', '"site-survey" is taken by the meeting type "Site survey" of the same host.'),
		);
		expect(posts()).toEqual([]);
	});

	it('by an item before is refused as well', async () => {
		const result = await stage.run(roofCheck({ slug: 'roof' }, { name: '={{ $json.name }}' }), {
			items: [{ name: 'Roof check' }, { name: 'Other roof' }],
			onError: 'continueErrorOutput',
		});
		expect(column(result, 'slug')).toEqual(['roof']);
		expect(result.errors).toMatchObject([
			{
				json: { error: expect.stringMatching(/^Slug: "roof" is taken by/) },
				pairedItem: { item: 1 },
			},
		]);
		expect(typesNamed(stage, 'Other roof')).toEqual([]);
	});

	it('only as the name makes it is told with what else to change', async () => {
		const given = roofCheck({ slug: 'second-survey' }, { name: 'Site survey' });
		expect(await failingAlike(stage, given)).toMatchObject({
			error: 'Slug: The change conflicts with something that exists',
			details: {
				code: 'conflict',
				httpCode: 409,
				parameter: 'Slug',
				description: expect.stringMatching(/so it may be the name that is taken\.$/),
			},
		});
		expect(typesNamed(stage, 'Site survey')).toHaveLength(1);
	});
});

it('tells of an allowance that is used up', async () => {
	const { state } = stage.sandbox;
	const company = state.companies.get(ids.company);
	if (company) state.companies.set(company.id, { ...company, allowance: { meetingTypes: 1 } });
	expect(await failingAlike(stage, roofCheck())).toEqual(
		failed('The allowance of the meetergo plan is used up', {
			httpCode: 403,
			code: 'planLimitReached',
		}),
	);
});

it('tells of a token without the scheduling group', async () => {
	const credential = { accessToken: credentials.crmOnlyToken };
	const { details } = await failingAlike(stage, roofCheck(), { credential });
	expect(details).toMatchObject({
		code: 'permissionDenied',
		description: expect.stringContaining('permission group such as Scheduling'),
	});
	expect(posts()).toEqual([]);
});
