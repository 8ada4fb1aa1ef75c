import type { INodeParameters } from 'n8n-workflow';
import { failingAlike, refusal } from './outcome.cts';
import { byId, ids, useStage, wire } from './stage.cts';

/* Settings of a meeting type that were added and hold nothing change nothing. */

const stage = useStage({ forEachTest: true });

const { oneToOne } = ids.meetingTypes;

function update(settings: INodeParameters): INodeParameters {
	return { resource: 'meetingType', operation: 'update', meetingTypeId: byId(oneToOne), settings };
}

const stored = () => stage.sandbox.state.meetingTypes.get(oneToOne);
const empty: Array<[string, INodeParameters]> = [
	['Locations without a text', { locations: '' }],
	['Locations of blanks from an expression', { locations: '={{ " " }}' }],
	['Allowed Durations without a text', { allowedDurations: '' }],
	['Allowed Durations of an empty text from an expression', { allowedDurations: '={{ "" }}' }],
	['Metadata as it is added', { metadata: '{}' }],
	['Allowed Channels as they are added', { allowedChannels: [] }],
];

const filled = {
	locations: ['Harbour 1'],
	metadata: { crm: '4711' },
	meetingOptions: { allowedDurations: [30, 45], allowedChannels: ['phone', 'connect'] },
};

beforeEach(() => {
	const type = stored();
	if (type === undefined) throw new Error('The meeting type is missing');
	stage.sandbox.state.meetingTypes.set(oneToOne, { ...type, ...filled });
});

it.each(empty)('%s: left out beside what has a value', async (_what, settings) => {
	const { status, hints } = await stage.run(update({ ...settings, spots: 2 }));
	expect({ status, hints }).toEqual({ status: 'success', hints: [] });
	expect(stage.exchanges.map(({ requestBody }) => requestBody)).toEqual([{ spots: 2 }]);
	expect(stored()).toMatchObject({ ...filled, spots: 2 });
});

it.each(empty)('%s: alone refused before anything is asked', async (_what, settings) => {
	expect(await failingAlike(stage, update(settings))).toEqual(
		refusal('Settings', 'add at least one field that has a value.'),
	);
	expect(wire(stage)).toEqual([]);
});
