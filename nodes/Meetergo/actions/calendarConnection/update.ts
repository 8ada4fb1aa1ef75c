import type { IDataObject } from 'n8n-workflow';
import { type CalendarConnection, calendarConnections } from '../../api/calendarConnections';
import { v4 } from '../../transport/path';
import type { ApiClient } from '../../transport/types';
import { attempt } from '../requests/attempt';
import { tellNotKept } from '../requests/notKept';
import { perItem } from '../perItem';
import { told } from '../output/told';
import { calendarConnectionColumns } from './calendarConnection.columns';
import { connectionId, hostId, whoMay } from './calendarConnection.fields';
import { updates } from './update.fields';

export const update = perItem({
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change how meetergo uses a connected calendar; what is not added stays',
		action: 'Update how a calendar blocks times and gets bookings',
	},
	actingUser: 'required',
	effect: 'change',
	whoMay,
	fields: { hostId, connectionId, updates },
	async run({ hostId: userId, connectionId: id, updates: body }, api) {
		const path = v4`/calendar-connections/connections/${id}`;
		await api.change('PATCH', path, { body: { ...body }, query: { userId } });
		// The answer is empty, and there is no address at which one connection could be read.
		const seen = await attempt(async () => await findConnection(id, userId, api));
		if ('value' in seen && seen.value !== undefined) {
			return told(seen.value, {
				notKept: tellNotKept(visible({ ...body }, seen.value), seen.value, api),
			});
		}
		api.hint('A calendar connection was updated, but could not be read afterwards.');
		return { id };
	},
	simplify: calendarConnectionColumns,
});

/** What the record shows of what was sent; it leaves out most of the switches. */
function visible(sent: IDataObject, connection: CalendarConnection): IDataObject {
	return Object.fromEntries(Object.entries(sent).filter(([name]) => name in connection));
}

async function findConnection(
	id: string,
	userId: string | undefined,
	api: ApiClient,
): Promise<CalendarConnection | undefined> {
	for await (const connection of api.list(calendarConnections, { userId })) {
		if (connection.id === id) return connection;
	}
	return undefined;
}
