import type { IDataObject } from 'n8n-workflow';
import type { AppointmentHost } from './appointments';

/* Queues of hosts who take turns. What a read shows is described in prose only. */

export interface QueueUserGroup extends IDataObject {
	readonly users?: AppointmentHost[];
	readonly userIds?: string[];
}

export interface Queue extends IDataObject {
	readonly id: string;
	readonly users?: Array<IDataObject & { readonly userId?: string }>;
	readonly userGroups?: QueueUserGroup[];
}

/** Everybody who may get a booking of a queue; nobody where it does not show them. */
export function membersOf({ users = [], userGroups = [] }: Queue): readonly string[] {
	const own = users.map(({ userId }) => userId);
	const grouped = userGroups.flatMap((group) => [
		...(group.userIds ?? []),
		...(group.users ?? []).map(({ id }) => id),
	]);
	return [...new Set([...own, ...grouped])].filter((id) => id !== undefined);
}
