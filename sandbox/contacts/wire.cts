import type { Json } from '../../contract/json.cts';
import type { Appointment } from '../records/bookings.cts';
import type { Contact } from '../records/contacts.cts';
import type { State } from '../state.cts';
import type { World } from '../world.cts';
import { appointmentsOf, titleOf } from './history.cts';

/** A contact as answers wrap it. What its appointments hold is unpublished: a few properties. */
export function contactOnWire({ state, clock }: World, contact: Contact): Json {
	const { companyId: _, ...item } = contact;
	const appointments = appointmentsOf(state, contact);
	const now = clock.iso();
	const coming = appointments.filter(({ start, cancel }) => cancel === null && start > now);
	return {
		item,
		appointments: appointments.map((appointment) => briefly(state, appointment)),
		nextAppointmentIso: coming.at(-1)?.start ?? null,
	};
}

function briefly(state: State, appointment: Appointment): Json {
	const { id, start, end, meetingTypeId, hostIds, cancel } = appointment;
	const title = titleOf(state, appointment);
	return { id, title, start, end, meetingTypeId, hostIds, isCancelled: cancel !== null };
}
