import { byId, ids, type Stage } from '../workflow/stage.cts';
import { copy, idsIn, readTask, requestOf, shownBy, type Task, times } from '../fault/tasks.cts';

const byItem = byId('={{ $json.id }}');
/** What stands in place of a name that a test changes. */
const CHANGED = 'Changed';

function addSchedule(stage: Stage): string {
	const { availabilities } = stage.sandbox.state;
	const plain = { availabilityExceptions: [] };
	return copy(stage, availabilities, ids.availabilities.lenaEvenings, plain);
}

export const tasks: readonly Task[] = [
	{
		name: 'availability.create',
		kind: 'create',
		proof: 'lookUp',
		request: requestOf('createAvailability'),
		parameters: {
			resource: 'availability',
			operation: 'create',
			name: 'Roof checks',
			weeklyHoursAs: 'text',
			weeklyHoursText: 'Mon 18-20',
		},
		effects: ({ sandbox }) =>
			idsIn(sandbox.state.availabilities, (one) => one.name === 'Roof checks'),
		names: 'id',
		areAlike: true,
	},
	{
		name: 'availability.blockHolidays',
		kind: 'act',
		proof: 'lookUp',
		request: requestOf('addHolidayExceptions'),
		parameters: {
			resource: 'availability',
			operation: 'blockHolidays',
			scheduleId: byItem,
			country: 'AT',
			year: '2026',
		},
		prepare: addSchedule,
		effects({ sandbox }, { id }) {
			const exceptions = sandbox.state.availabilities.get(id)?.availabilityExceptions ?? [];
			const newYears = exceptions.filter(({ title }) => title === "New Year's Day");
			return times(newYears.length, id);
		},
	},
	{
		name: 'availability.update',
		kind: 'change',
		proof: 'repeat',
		request: requestOf('updateAvailability'),
		parameters: {
			resource: 'availability',
			operation: 'update',
			scheduleId: byItem,
			updateFields: { name: CHANGED },
		},
		prepare: addSchedule,
		effects: ({ sandbox }, { id }) =>
			shownBy(id, sandbox.state.availabilities.get(id)?.name === CHANGED),
		names: 'id',
	},
	{
		name: 'availability.delete',
		kind: 'delete',
		proof: 'repeat',
		request: requestOf('deleteAvailability'),
		parameters: { resource: 'availability', operation: 'delete', scheduleId: byItem },
		prepare: addSchedule,
		effects: ({ sandbox }, { id }) =>
			shownBy(id, sandbox.state.availabilities.get(id)?.deletedAt !== null),
		names: 'id',
	},
	readTask('availability', 'get', {
		request: requestOf('getAvailability'),
		parameters: { scheduleId: byItem },
		prepare: addSchedule,
	}),
	readTask('availability', 'getAll', { request: requestOf('listAvailabilities') }),
	readTask('availability', 'getSlots', {
		request: requestOf('getBookingAvailability'),
		parameters: {
			meetingTypeId: byId(ids.meetingTypes.durations),
			start: '2036-03-04',
			end: '2036-03-04',
		},
	}),
];
