import { planLimitReached } from './errors.cts';
import type { State } from './state.cts';

type Feature = 'seats' | 'meetingTypes';

/** Refuses one more user or meeting type of a company whose plan's allowance is used up. */
export function demandRoom(state: State, companyId: string, feature: Feature): void {
	if (!hasRoom(state, companyId, feature)) throw planLimitReached(feature);
}

/** Whether the plan of a company has room for one more. Deleted ones do not count. */
export function hasRoom(state: State, companyId: string, feature: Feature): boolean {
	const allowed = state.companies.get(companyId)?.allowance?.[feature] ?? Infinity;
	const records = feature === 'seats' ? state.users : state.meetingTypes;
	const live = [...records.values()].filter(
		(record) => record.companyId === companyId && record.deletedAt === null,
	);
	return live.length < allowed;
}
