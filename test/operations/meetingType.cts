import { roofCheck, typesNamed, upsertRoofCheck } from '../workflow/roofCheck.cts';
import { byId, ids, type Stage } from '../workflow/stage.cts';
import { copy, type NewItem, readTask, requestOf, shownBy, type Task } from '../fault/tasks.cts';

const name = '={{ $json.name }}';
const byItem = byId('={{ $json.id }}');
/** What stands in place of a name that a test changes. */
const CHANGED = 'Changed';

function addType(stage: Stage, item: NewItem): string {
	const { meetingTypes } = stage.sandbox.state;
	const slug = item.name.toLowerCase().replace(' ', '-');
	return copy(stage, meetingTypes, ids.meetingTypes.oneToOne, { slug });
}

export const tasks: readonly Task[] = [
	{
		name: 'meetingType.create',
		kind: 'create',
		proof: 'lookUp',
		request: requestOf('createMeetingType'),
		parameters: roofCheck({}, { name }),
		effects: (stage, item) => typesNamed(stage, item.name).map(({ id }) => id),
		names: 'id',
	},
	{
		name: 'meetingType.importPage',
		kind: 'create',
		proof: 'none',
		request: requestOf('importBookingPage'),
		parameters: {
			resource: 'meetingType',
			operation: 'importPage',
			pageUrl: 'https://calendly.com/lena-okafor',
		},
		// Each import makes one of these, and another one of 30 minutes.
		effects: (stage) => typesNamed(stage, '15 minute meeting').map(({ id }) => id),
		areAlike: true,
	},
	{
		name: 'meetingType.update',
		kind: 'change',
		proof: 'repeat',
		request: requestOf('updateMeetingType'),
		parameters: {
			resource: 'meetingType',
			operation: 'update',
			meetingTypeId: byItem,
			settings: { name: CHANGED },
		},
		prepare: addType,
		effects: ({ sandbox }, { id }) =>
			shownBy(id, sandbox.state.meetingTypes.get(id)?.meetingInfo.name === CHANGED),
		names: 'id',
	},
	{
		name: 'meetingType.upsert',
		kind: 'create',
		proof: 'lookUp',
		request: requestOf('createMeetingType'),
		parameters: upsertRoofCheck({}, { name }),
		effects: (stage, item) => typesNamed(stage, item.name).map(({ id }) => id),
		names: 'id',
	},
	{
		name: 'meetingType.delete',
		kind: 'delete',
		proof: 'repeat',
		request: requestOf('deleteMeetingType'),
		parameters: { resource: 'meetingType', operation: 'delete', meetingTypeId: byItem },
		prepare: addType,
		effects: ({ sandbox }, { id }) =>
			shownBy(id, sandbox.state.meetingTypes.get(id)?.deletedAt !== null),
		names: 'id',
	},
	readTask('meetingType', 'get', {
		request: requestOf('getMeetingType'),
		parameters: { meetingTypeId: byItem },
		prepare: addType,
	}),
	readTask('meetingType', 'getAll', { request: requestOf('listMeetingTypes') }),
];
