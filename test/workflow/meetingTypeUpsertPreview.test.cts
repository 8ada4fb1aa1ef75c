import { column, jsonOf } from './outcome.cts';
import { typesNamed, upsertRoofCheck, upsertType } from './roofCheck.cts';
import { ids, useStage, wire } from './stage.cts';

/* A preview of meeting types says what would happen, and sends nothing but the question which there are. */

const stage = useStage();

const { oneToOne } = ids.meetingTypes;
const before = () => stage.sandbox.state.meetingTypes.get(oneToOne);

const options = { preview: true };

afterEach(() => {
	expect(typesNamed(stage, 'Roof check')).toEqual([]);
	const meetingInfo = { name: 'Site survey', duration: 45, channel: 'connect' };
	expect(before()).toMatchObject({ slug: 'site-survey', spots: 1, meetingInfo });
});

it('shows a new type as it would be sent', async () => {
	const result = await stage.run(upsertRoofCheck({ slug: 'Roof', spots: 4 }, { options }));
	expect(jsonOf(result)).toEqual([
		{
			id: null,
			name: 'Roof check',
			slug: 'roof',
			duration: 40,
			channel: 'phone',
			spots: 4,
			enabled: null,
			hostId: null,
			queueId: null,
			bookingUrl: null,
			change: 'created',
			preview: true,
		},
	]);
	expect(wire(stage)).toEqual(['GET /v4/meeting-type 200']);
});

it('shows a new type with the usual length and channel', async () => {
	const result = await stage.run(upsertType('Roof check', {}, { options }));
	expect(jsonOf(result)).toMatchObject([{ duration: 30, channel: 'connect', change: 'created' }]);
});

it('shows a type as a change would leave it', async () => {
	const settings = { bufferAfter: 15, spots: 4 };
	const result = await stage.run(upsertType('Site survey', settings, { options, output: 'raw' }));
	expect(jsonOf(result)).toMatchObject([
		{
			id: oneToOne,
			spots: 4,
			meetingInfo: { name: 'Site survey', duration: 45, bufferBefore: 10, bufferAfter: 15 },
			change: 'updated',
			preview: true,
		},
	]);
	expect(wire(stage)).toEqual(['GET /v4/meeting-type 200']);
});

it('says that nothing would change', async () => {
	const result = await stage.run(upsertType('Site survey', {}, { options }));
	expect(jsonOf(result)).toMatchObject([{ id: oneToOne, change: 'unchanged', preview: true }]);
});

it('counts on what the items before would have done', async () => {
	const items = [
		{ name: 'Roof check', slug: 'roof', spots: 1 },
		{ name: 'Roof check', slug: 'roof', spots: 2 },
		{ name: 'Roof check', spots: 2 },
		{ name: 'Site survey', slug: 'site-survey', spots: 2 },
		{ name: 'House survey', slug: 'site-survey', spots: 2 },
		{ name: 'House survey', spots: 2 },
		{ name: 'Site survey', spots: 2 },
	];
	const settings = { slug: '={{ $json.slug }}', spots: '={{ $json.spots }}' };
	const given = upsertType('={{ $json.name }}', settings, { options });
	const result = await stage.run(given, { items });
	expect(column(result, 'change')).toEqual([
		'created',
		'updated',
		'unchanged',
		'updated',
		'updated',
		'unchanged',
		'created',
	]);
	expect(wire(stage)).toHaveLength(1);
});
