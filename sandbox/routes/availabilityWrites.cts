import { newSchedule, weekOf } from '../newSchedule.cts';
import type { Availability } from '../records/schedules.cts';
import { deleteSchedule } from '../schedules.cts';
import { demandZone } from '../validation.cts';
import { text } from '../values.cts';
import { availabilityOnWire } from '../wire.cts';
import { visibleAvailability } from './availabilities.cts';
import { created, ok, type Answer, type Call, type Route } from './route.cts';

function createAvailability(call: Call): Answer {
	const { state, caller, body } = call;
	const availability = newSchedule(call, caller.user, body);
	state.availabilities.set(availability.id, availability);
	return created(availabilityOnWire(availability));
}

/**
 * What is left out stays, but a `schedule` replaces the whole week. Whether the API would keep the days
 * that it leaves out is unpublished; closing them is the harsher reading.
 */
function updateAvailability(call: Call): Answer {
	const { state, body } = call;
	const availability = visibleAvailability(call);
	demandZone('timezone', body.timezone);
	const changed: Availability = {
		...availability,
		name: text(body.name) ?? availability.name,
		timezone: text(body.timezone) ?? availability.timezone,
		schedule: body.schedule ? weekOf(body.schedule, 'schedule') : availability.schedule,
	};
	state.availabilities.set(changed.id, changed);
	return ok(availabilityOnWire(changed));
}

function deleteAvailability(call: Call): Answer {
	deleteSchedule(call, visibleAvailability(call));
	return { status: 204 };
}

export const routes: readonly Route[] = [
	{ operationId: 'createAvailability', handle: createAvailability },
	{ operationId: 'updateAvailability', handle: updateAvailability },
	{ operationId: 'deleteAvailability', handle: deleteAvailability },
];
