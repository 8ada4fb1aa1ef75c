import { offered } from '../booking/place.cts';
import { notFound, refusal, slotOccupied } from '../errors.cts';
import type { Appointment } from '../records/bookings.cts';
import type { MeetingType } from '../records/meetingTypes.cts';
import { appointmentOnWire } from '../wire.cts';
import { visibleAppointment } from './appointments.cts';
import { created, type Answer, type Call, type Route } from './route.cts';
import { text } from '../values.cts';

/** The published pages leave 200 or 201 open; the API's framework answers a POST with 201. */
function cancelAppointment(call: Call): Answer {
	const { state, body, announce } = call;
	const appointment = visibleAppointment(call);
	// The answer to a second cancel is unpublished.
	if (appointment.cancel) throw refusal(400, 'Appointment is already cancelled');
	const isGroup = (state.meetingTypes.get(appointment.meetingTypeId)?.spots ?? 1) > 1;
	const attendeeId = text(body.attendeeId);
	if (isGroup && !attendeeId && body.cancelAll !== true) {
		throw refusal(400, 'attendeeId or cancelAll is required for group appointments');
	}
	const changed =
		isGroup && attendeeId
			? withoutAttendee(call, appointment, attendeeId)
			: cancelled(call, appointment);
	state.appointments.set(changed.id, changed);
	announce({ webhookType: 'booking_cancelled', appointment: changed });
	return created(appointmentOnWire(state, changed));
}

/** The appointment goes on without one attendee, and is cancelled when nobody is left. */
function withoutAttendee(call: Call, appointment: Appointment, attendeeId: string): Appointment {
	const attendees = appointment.attendees.filter(({ id }) => id !== attendeeId);
	if (attendees.length === appointment.attendees.length) throw notFound('Attendee');
	if (attendees.length === 0) return cancelled(call, appointment);
	return { ...appointment, attendees, updatedAt: call.clock.iso() };
}

function cancelled({ clock, caller, body }: Call, appointment: Appointment): Appointment {
	const now = clock.iso();
	return {
		...appointment,
		cancel: {
			actionSource: 'host',
			actionAt: now,
			actionBy: caller.user.id,
			reason: text(body.reason) ?? null,
		},
		updatedAt: now,
	};
}

function rescheduleAppointment(call: Call): Answer {
	const { state, body, clock, announce } = call;
	const appointment = visibleAppointment(call);
	if (appointment.cancel) throw refusal(400, 'Appointment is cancelled');
	const start = Date.parse(text(body.start) ?? '');
	if (Number.isNaN(start)) throw refusal(400, ['start must be a valid ISO 8601 date string']);
	const length = Date.parse(appointment.end) - Date.parse(appointment.start);
	const type = state.meetingTypes.get(appointment.meetingTypeId);
	if (body.ignoreAvailability !== true && !isOffered(call, appointment, type, start, length)) {
		throw slotOccupied();
	}
	const now = clock.iso();
	const moved: Appointment = {
		...appointment,
		start: new Date(start).toISOString(),
		end: new Date(start + length).toISOString(),
		rescheduledAt: now,
		rescheduleCount: appointment.rescheduleCount + 1,
		updatedAt: now,
	};
	state.appointments.set(moved.id, moved);
	const { start: originalStart } = appointment;
	announce({ webhookType: 'booking_rescheduled', appointment: moved, originalStart });
	return created({
		appointment: appointmentOnWire(state, moved),
		previousStart: originalStart,
	});
}

/** A start that another group appointment holds is not free for a whole appointment. */
function isOffered(
	call: Call,
	{ id, hostIds, channel }: Appointment,
	type: MeetingType | undefined,
	start: number,
	length: number,
): boolean {
	if (!type) return false;
	const wish = { type, start, duration: length / 60_000, channel };
	return hostIds.every((hostId) => {
		const found = offered(call, wish, hostId, id);
		return found !== undefined && !found.seats;
	});
}

export const routes: readonly Route[] = [
	{ operationId: 'cancelAppointment', handle: cancelAppointment },
	{ operationId: 'rescheduleAppointment', handle: rescheduleAppointment },
];
