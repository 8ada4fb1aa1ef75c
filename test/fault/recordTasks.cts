import { adaByron, usersAt } from '../workflow/adaByron.cts';
import { roofCheck, typesNamed } from '../workflow/roofCheck.cts';
import { byId, ids, type Stage } from '../workflow/stage.cts';
import { copy, idsIn, type NewItem, shownBy, type Task, times } from './tasks.cts';

const name = '={{ $json.name }}';
const email = '={{ $json.email }}';
const byItem = byId('={{ $json.id }}');
/** What stands in place of a name that a test changes. */
const CHANGED = 'Changed';

function addType(stage: Stage, item: NewItem): string {
	const { meetingTypes } = stage.sandbox.state;
	const slug = item.name.toLowerCase().replace(' ', '-');
	return copy(stage, meetingTypes, ids.meetingTypes.oneToOne, { slug });
}

function addSchedule(stage: Stage): string {
	const { availabilities } = stage.sandbox.state;
	const plain = { availabilityExceptions: [] };
	return copy(stage, availabilities, ids.availabilities.lenaEvenings, plain);
}

function addUser(stage: Stage, { email: address, name: called }: NewItem): string {
	const slug = called.toLowerCase().replace(' ', '-');
	return copy(stage, stage.sandbox.state.users, ids.users.mila, { email: address, slug });
}

export const recordTasks: readonly Task[] = [
	{
		name: 'meetingType.create',
		kind: 'create',
		proof: 'lookUp',
		request: { method: 'POST', path: '/meeting-type$' },
		parameters: roofCheck({}, { name }),
		effects: (stage, item) => typesNamed(stage, item.name).map(({ id }) => id),
		names: 'id',
	},
	{
		name: 'meetingType.importPage',
		kind: 'create',
		proof: 'none',
		request: { method: 'POST', path: '/import$' },
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
		name: 'user.create',
		kind: 'create',
		proof: 'lookUp',
		request: { method: 'POST', path: '/user$' },
		parameters: adaByron({ operation: 'create', email }),
		effects: (stage, item) => usersAt(stage, item.email).map(({ id }) => id),
		names: 'id',
	},
	{
		name: 'availability.create',
		kind: 'create',
		proof: 'lookUp',
		request: { method: 'POST', path: '/availability$' },
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
		request: { method: 'PATCH', path: '/holiday-exceptions$' },
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
		request: { method: 'PATCH', path: '/availability/' },
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
		name: 'meetingType.update',
		kind: 'change',
		proof: 'repeat',
		request: { method: 'PATCH', path: '/meeting-type/' },
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
		name: 'user.delete',
		kind: 'delete',
		proof: 'repeat',
		request: { method: 'DELETE', path: '/user/' },
		parameters: adaByron({ operation: 'delete', userId: byItem }),
		prepare: addUser,
		effects: ({ sandbox }, { id }) => shownBy(id, sandbox.state.users.get(id)?.deletedAt !== null),
		names: 'id',
	},
	{
		name: 'availability.delete',
		kind: 'delete',
		proof: 'repeat',
		request: { method: 'DELETE', path: '/availability/' },
		parameters: { resource: 'availability', operation: 'delete', scheduleId: byItem },
		prepare: addSchedule,
		effects: ({ sandbox }, { id }) =>
			shownBy(id, sandbox.state.availabilities.get(id)?.deletedAt !== null),
		names: 'id',
	},
];
