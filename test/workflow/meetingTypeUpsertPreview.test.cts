import type { INodeParameters } from 'n8n-workflow';
import { column, jsonOf } from './outcome.cts';
import { roofCheck, typesNamed } from './roofCheck.cts';
import { ids, useStage, wire } from './stage.cts';

/* A preview of meeting types says what would happen, and sends nothing but the question which there are. */

const stage = useStage();

const { oneToOne } = ids.meetingTypes;
const before = () => stage.sandbox.state.meetingTypes.get(oneToOne);

function preview(settings: INodeParameters = {}, more: INodeParameters = {}): INodeParameters {
	return roofCheck(settings, { operation: 'upsert', options: { preview: true }, ...more });
}

const survey = { name: 'Site survey', duration: 45, channel: 'connect' };

afterEach(() => {
	expect(typesNamed(stage, 'Roof check')).toEqual([]);
	expect(before()).toMatchObject({ slug: 'site-survey', spots: 1, meetingInfo: survey });
});

it('shows a new type as it would be sent', async () => {
	const result = await stage.run(preview({ slug: 'Roof', spots: 4 }));
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

it('shows a type as a change would leave it', async () => {
	const given = preview({ bufferAfter: 15, spots: 4 }, { ...survey, output: 'raw' });
	const result = await stage.run(given);
	expect(jsonOf(result)).toMatchObject([
		{
			id: oneToOne,
			spots: 4,
			meetingInfo: { name: 'Site survey', bufferBefore: 10, bufferAfter: 15 },
			change: 'updated',
			preview: true,
		},
	]);
	expect(wire(stage)).toEqual(['GET /v4/meeting-type 200']);
});

it('says that nothing would change', async () => {
	const result = await stage.run(preview({}, survey));
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
	const given = preview(settings, { ...survey, name: '={{ $json.name }}' });
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
