import type { INodeParameterResourceLocator, INodeParameters } from 'n8n-workflow';
import { column, failed, failingAlike, hintsOf, jsonOf, refusal } from './outcome.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { oneToOne, group, foreign } = ids.meetingTypes;

function update(settings: INodeParameters, more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'meetingType',
		operation: 'update',
		meetingTypeId: byId(oneToOne),
		settings,
		...more,
	};
}

function byPage(slug: string): INodeParameterResourceLocator {
	return { __rl: true, mode: 'url', value: `https://cal.meetergo.com/lena-okafor/${slug}` };
}

const stored = (id: string = oneToOne) => stage.sandbox.state.meetingTypes.get(id);
const bodies = () => stage.exchanges.map(({ requestBody }) => requestBody);

describe.each(bothCredentials)('a meeting type with %s', (authentication) => {
	it('is changed in what was added, and in nothing else', async () => {
		const before = stored();
		const result = await stage.run({
			...update({ duration: 60, bookingMinimum: 30 }),
			authentication,
		});
		expect(result.items).toEqual([
			{
				json: {
					id: oneToOne,
					name: 'Site survey',
					slug: 'site-survey',
					duration: 60,
					channel: 'connect',
					spots: 1,
					enabled: true,
					hostId: ids.admin,
					queueId: null,
					bookingUrl: 'https://cal.meetergo.com/lena-okafor/site-survey',
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(hintsOf(result)).toEqual([]);
		expect(wire(stage)).toEqual([`PATCH /v4/meeting-type/${oneToOne} 200`]);
		expect(bodies()).toEqual([{ meetingInfo: { duration: 60 }, bookingMinimum: 30 }]);
		expect(stored()).toEqual({
			...before,
			meetingInfo: { ...before?.meetingInfo, duration: 60 },
			bookingMinimum: 30,
		});
	});

	it('is switched off without a word about its meeting info', async () => {
		const result = await stage.run({ ...update({ enabled: false }), authentication });
		expect(column(result, 'enabled')).toEqual([false]);
		expect(bodies()).toEqual([{ enabled: false }]);
	});

	it('gets another name and slug, read back', async () => {
		const settings = { name: 'House survey', slug: 'house' };
		const result = await stage.run({ ...update(settings), authentication });
		expect(jsonOf(result)).toMatchObject([
			{ name: 'House survey', bookingUrl: 'https://cal.meetergo.com/lena-okafor/house' },
		]);
		expect(stored()?.slug).toBe('house');
	});
});

it('loses what is emptied', async () => {
	const before = stored();
	if (before) {
		stage.sandbox.state.meetingTypes.set(oneToOne, {
			...before,
			internalNotes: 'Ladder',
			meetingInfo: {
				...before.meetingInfo,
				description: 'Text',
				redirect: 'https://example.com/a',
				enableRedirect: true,
			},
		});
	}
	const result = await stage.run(update({ description: '', internalNotes: '', redirect: '' }));
	expect(hintsOf(result)).toEqual([]);
	expect(stored()).toMatchObject({
		internalNotes: '',
		meetingInfo: { description: '', enableRedirect: false },
	});
});

it('tells what meetergo dropped without an error', async () => {
	const result = await stage.run(update({ customChannelName: 'Webinar room', spots: 2 }));
	expect(jsonOf(result)).toMatchObject([{ spots: 2, notKept: 'meetingInfo.customChannelName' }]);
	expect(hintsOf(result)).toEqual([expect.stringContaining('meetingInfo.customChannelName')]);
});

it('is read again when the answer is empty', async () => {
	stage.sandbox.faults.add({ kind: 'emptyBody', when: 'after', method: 'PATCH' });
	const result = await stage.run(update({ spots: 2 }));
	expect(jsonOf(result)).toMatchObject([{ id: oneToOne, spots: 2 }]);
	expect(wire(stage)).toEqual([
		`PATCH /v4/meeting-type/${oneToOne} 200`,
		`GET /v4/meeting-type/${oneToOne} 200`,
	]);
});

it('is changed again when the answer is lost: the result is the same', async () => {
	stage.sandbox.faults.add({ kind: 'reset', when: 'after', method: 'PATCH' });
	const result = await stage.run(update({ spots: 2 }));
	expect(column(result, 'spots')).toEqual([2]);
	expect(stored()?.spots).toBe(2);
});

it('is known by its page as it is after the items before', async () => {
	const meetingTypeId = byPage('x');
	const given = update(
		{ slug: '={{ $json.slug }}' },
		{
			meetingTypeId: {
				...meetingTypeId,
				value: '={{ "https://cal.meetergo.com/lena-okafor/" + $json.page }}',
			},
		},
	);
	const items = [
		{ page: 'site-survey', slug: 'survey' },
		{ page: 'heat-pump-workshop', slug: 'site-survey' },
		{ page: 'site-survey', slug: 'workshop' },
	];
	const result = await stage.run(given, { items });
	expect(column(result, 'id')).toEqual([oneToOne, group, group]);
	expect(column(result, 'slug')).toEqual(['survey', 'site-survey', 'workshop']);
	expect(wire(stage).filter((line) => line.startsWith('GET'))).toEqual([
		'GET /v4/meeting-type 200',
	]);
});

describe('nothing to change', () => {
	it.each([
		['no field', {}],
		['an empty name', { name: '' }],
		['an expression without a value', { spots: '={{ $json.spots }}' }],
	])('is refused before anything is asked: %s', async (_what, settings) => {
		expect(await failingAlike(stage, update(settings))).toEqual(
			refusal('Settings', 'add at least one field that has a value.'),
		);
		expect(wire(stage)).toEqual([]);
	});
});

it('is refused a slug that another type has, by name', async () => {
	expect(await failingAlike(stage, update({ slug: 'heat-pump-workshop' }))).toEqual(
		failed('Slug: The change conflicts with something that exists', {
			httpCode: 409,
			code: 'conflict',
			parameter: 'Slug',
			description:
				'Another page has this address already. Choose another slug. meetergo answered: slug already exists',
		}),
	);
	expect(stored()?.slug).toBe('site-survey');
});

it.each([
	['of another company', foreign],
	['that nobody has', '00000000-0000-4000-8000-000000000000'],
])('is not found when it is one %s', async (_what, id) => {
	const { error, details } = await failingAlike(
		stage,
		update({ spots: 2 }, { meetingTypeId: byId(id) }),
	);
	expect(error).toBe('Meeting Type: meetergo could not find what was asked for');
	expect(details).toMatchObject({ httpCode: 404, code: 'notFound', parameter: 'Meeting Type' });
});

it('is not found by a page that nothing has', async () => {
	const given = update({ spots: 2 }, { meetingTypeId: byPage('nothing') });
	const { details } = await failingAlike(stage, given);
	expect(details).toMatchObject({ code: 'invalidInput', parameter: 'Meeting Type' });
	expect(wire(stage).filter((line) => line.startsWith('PATCH'))).toEqual([]);
});
