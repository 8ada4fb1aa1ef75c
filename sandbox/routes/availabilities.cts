import { notFound } from '../errors.cts';
import { availabilityOnWire } from '../wire.cts';
import { ok, uuidParam, type Answer, type Call, type Route } from './route.cts';

function listAvailabilities({ caller, state }: Call): Answer {
	const own = [...state.availabilities.values()].filter(
		({ userId, deletedAt }) => userId === caller.user.id && deletedAt === null,
	);
	return ok(own.map(availabilityOnWire));
}

function getAvailability(call: Call): Answer {
	const { user } = call.caller;
	const availability = call.state.availabilities.get(uuidParam(call, 'id'));
	const visible =
		availability?.deletedAt === null &&
		availability.companyId === user.companyId &&
		(user.isAdmin || availability.userId === user.id);
	if (!visible) throw notFound('Availability');
	return ok(availabilityOnWire(availability));
}

export const availabilityRoutes: readonly Route[] = [
	{ operationId: 'listAvailabilities', handle: listAvailabilities },
	{ operationId: 'getAvailability', handle: getAvailability },
];
