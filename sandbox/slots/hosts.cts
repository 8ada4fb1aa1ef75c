import { refusal } from '../errors.cts';
import type { MeetingType } from '../records/meetingTypes.cts';
import type { State } from '../state.cts';

export interface HostScope {
	readonly hostIds?: readonly string[];
	readonly queueId?: string;
}

/** Slots and bookings both need one of the two, whatever the meeting type. */
export function demandScope({ hostIds, queueId }: HostScope): void {
	if (!hostIds?.length && !queueId) throw refusal(400, 'Expected hostIds or queueId');
}

/** Who could host a meeting of a type, those next in line first. */
export function possibleHosts(state: State, type: MeetingType): string[] {
	if (type.userId) return [type.userId];
	const queue = type.queueId ? state.queues.get(type.queueId) : undefined;
	if (queue) return queue.users.map(({ userId }) => userId);
	return [...state.users.values()]
		.filter(({ companyId, deletedAt }) => companyId === type.companyId && deletedAt === null)
		.map(({ id }) => id);
}

/** Who of the hosts of a type was asked for. Strangers to the type are left out. */
export function askedHosts(state: State, type: MeetingType, scope: HostScope): string[] {
	const { hostIds, queueId } = scope;
	if (queueId && type.queueId !== queueId) {
		throw refusal(400, 'queueId does not belong to this meeting type');
	}
	const possible = possibleHosts(state, type);
	return hostIds?.length ? possible.filter((id) => hostIds.includes(id)) : possible;
}
