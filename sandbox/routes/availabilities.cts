import { notFound } from '../errors.cts';
import type { Availability } from '../records/schedules.cts';
import { availabilityOnWire } from '../wire.cts';
import { ok, uuidParam, type Answer, type Call, type Route } from './route.cts';

function listAvailabilities({ caller, state }: Call): Answer {
	const own = [...state.availabilities.values()].filter(
		({ userId, deletedAt }) => userId === caller.user.id && deletedAt === null,
	);
	return ok(own.map(availabilityOnWire));
}

/** The schedule of the path, for its owner and for admins of its company. */
export function visibleAvailability(call: Call): Availability {
	const { user } = call.caller;
	const availability = call.state.availabilities.get(uuidParam(call, 'id'));
	const visible =
		availability?.deletedAt === null &&
		availability.companyId === user.companyId &&
		(user.isAdmin || availability.userId === user.id);
	if (!visible) throw notFound('Availability');
	return availability;
}

function getAvailability(call: Call): Answer {
	return ok(availabilityOnWire(visibleAvailability(call)));
}

export const routes: readonly Route[] = [
	{ operationId: 'listAvailabilities', handle: listAvailabilities },
	{ operationId: 'getAvailability', handle: getAvailability },
];
