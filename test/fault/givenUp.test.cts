import type { INodeParameters } from 'n8n-workflow';
import { throughErrorOutput } from '../workflow/outcome.cts';
import { byId, ids, useStage, wire } from '../workflow/stage.cts';

/* A change or a deletion whose answer is lost, with no time left to ask again: it may have happened, and the node says so. */

const stage = useStage({ forEachTest: true });

const impatient = { options: { maxWait: 0 } };

it.each<[string, INodeParameters]>([
	[
		'DELETE',
		{
			resource: 'meetingType',
			operation: 'delete',
			meetingTypeId: byId(ids.meetingTypes.disabled),
			...impatient,
		},
	],
	[
		'PATCH',
		{
			resource: 'availability',
			operation: 'update',
			scheduleId: byId(ids.availabilities.lena),
			updateFields: { name: 'Office' },
			...impatient,
		},
	],
])('a %s', async (method, parameters) => {
	stage.sandbox.faults.add({ kind: 'reset', method, when: 'after' });
	const { details } = await throughErrorOutput(stage, parameters);
	expect(details).toMatchObject({ code: 'connectionLost', mayHaveHappened: true });
	expect(wire(stage).filter((line) => line.startsWith(method))).toHaveLength(1);
});
