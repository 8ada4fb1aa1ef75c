import { byId, ids, type Stage } from '../workflow/stage.cts';
import { copy, readTask, requestOf, shownBy, type Task } from '../fault/tasks.cts';

function addConnection(stage: Stage): string {
	const { calendarConnections } = stage.sandbox.state;
	return copy(stage, calendarConnections, ids.calendarConnections.lenaOutlook, {});
}

export const tasks: readonly Task[] = [
	{
		name: 'calendarConnection.update',
		kind: 'change',
		proof: 'repeat',
		request: requestOf('updateCalendarConnection'),
		isAnsweredEmpty: true,
		parameters: {
			resource: 'calendarConnection',
			operation: 'update',
			connectionId: byId('={{ $json.id }}'),
			updateFields: { syncBuffersToCalendar: true },
		},
		prepare: addConnection,
		effects: ({ sandbox }, { id }) =>
			shownBy(id, sandbox.state.calendarConnections.get(id)?.syncBuffersToCalendar === true),
		names: 'id',
	},
	readTask('calendarConnection', 'getAll', { request: requestOf('listCalendarConnections') }),
	readTask('calendarConnection', 'getAuthUrl', {
		request: requestOf('getCalendarAuthUrl'),
		parameters: { provider: 'google' },
	}),
];
