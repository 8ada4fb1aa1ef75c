import { REACH } from '../slots/busy.cts';
import { appointmentOnWire } from '../wire.cts';
import { ok, type Answer, type Call, type Route } from './route.cts';

/** What starts on the day of the acting user's zone, cancelled ones included. */
function listTodaysAppointments({ state, clock, caller }: Call): Answer {
	const { id, timezone } = caller.user;
	const now = clock.now().setZone(timezone);
	const from = now.startOf('day').toJSDate().toISOString();
	const to = now.endOf('day').toJSDate().toISOString();
	const today = state.appointments.of(id, from, to);
	return ok(today.map((appointment) => appointmentOnWire(state, appointment)));
}

/** The body is empty when nothing runs: that is how the API's framework answers with null. */
function getCurrentAppointment({ state, clock, caller }: Call): Answer {
	const now = clock.iso();
	const from = new Date(clock.millis() - REACH).toISOString();
	const running = state.appointments
		.of(caller.user.id, from, now)
		.find(({ end, cancel }) => end > now && cancel === null);
	return running ? ok(appointmentOnWire(state, running)) : { status: 200 };
}

export const routes: readonly Route[] = [
	{ operationId: 'listTodaysAppointments', handle: listTodaysAppointments },
	{ operationId: 'getCurrentAppointment', handle: getCurrentAppointment },
];
