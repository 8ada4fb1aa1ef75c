import type { INodeParameters } from 'n8n-workflow';
import { failingAlike } from './outcome.cts';
import { booking } from './booking.cts';
import { useStage, wire } from './stage.cts';

/* The address of a one-time link is a key: whoever has it may book. An address that is not found is not repeated. */

const stage = useStage();

const SECRET = 'k3y-0f-a-s1ngle-b00king';
const meetingTypeId = {
	__rl: true,
	mode: 'url',
	value: `https://cal.meetergo.com/one-time/${SECRET}?token=${SECRET}`,
} as const;

it.each<[string, INodeParameters]>([
	['read', { resource: 'meetingType', operation: 'get', meetingTypeId }],
	[
		'changed',
		{ resource: 'meetingType', operation: 'update', meetingTypeId, settings: { spots: 2 } },
	],
	['deleted', { resource: 'meetingType', operation: 'delete', meetingTypeId }],
	['booked', booking({ meetingTypeId })],
	[
		'asked for slots',
		{
			resource: 'availability',
			operation: 'getSlots',
			meetingTypeId,
			start: '2026-03-03',
			end: '2026-03-03',
		},
	],
])('of a meeting type that is to be %s', async (_what, parameters) => {
	const told = await failingAlike(stage, parameters);
	expect(told.error).toMatch(/^Meeting Type: /);
	expect(told.details).toMatchObject({ code: 'invalidInput', parameter: 'Meeting Type' });
	expect(JSON.stringify(told)).not.toContain(SECRET);
	expect(JSON.stringify(told)).not.toContain('cal.meetergo.com');
	expect(wire(stage).filter((line) => !line.startsWith('GET'))).toEqual([]);
});
