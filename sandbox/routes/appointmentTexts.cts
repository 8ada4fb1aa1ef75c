import type { Appointment } from '../records/bookings.cts';
import { text } from '../values.cts';
import { appointmentOnWire } from '../wire.cts';
import { visibleAppointment } from './appointments.cts';
import { ok, type Answer, type Call, type Route } from './route.cts';

type Texts = Pick<Appointment, 'note' | 'transcription' | 'summary'>;

/** Replaces the texts that are given and answers with the appointment. */
function write(call: Call, texts: Partial<Texts>): Answer {
	const { state, clock } = call;
	const changed = { ...visibleAppointment(call), ...texts, updatedAt: clock.iso() };
	state.appointments.set(changed.id, changed);
	return ok(appointmentOnWire(state, changed));
}

function setAppointmentNote(call: Call): Answer {
	return write(call, { note: text(call.body.note) ?? null });
}

/** What is left out stays, null clears. */
function setAppointmentTranscription(call: Call): Answer {
	const { body } = call;
	return write(call, {
		...('transcription' in body ? { transcription: text(body.transcription) ?? null } : {}),
		...('summary' in body ? { summary: text(body.summary) ?? null } : {}),
	});
}

export const routes: readonly Route[] = [
	{ operationId: 'setAppointmentNote', handle: setAppointmentNote },
	{ operationId: 'setAppointmentTranscription', handle: setAppointmentTranscription },
];
