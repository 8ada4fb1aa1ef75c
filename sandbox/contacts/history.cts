import { addressesOf } from '../contactBook.cts';
import type { Appointment } from '../records/bookings.cts';
import type { Contact, CrmEmail, CrmNote } from '../records/contacts.cts';
import type { State } from '../state.cts';

/** What a contact attends or has attended, cancelled appointments included; the latest first. */
export function appointmentsOf(state: State, contact: Contact): Appointment[] {
	const found = addressesOf(contact).flatMap((address) => state.appointments.attendedAt(address));
	return [...new Set(found)]
		.filter(({ companyId }) => companyId === contact.companyId)
		.sort((a, b) => (a.start > b.start ? -1 : 1));
}

/** The name of what was booked. */
export function titleOf(state: State, { meetingTypeId }: Appointment): string | null {
	return state.meetingTypes.get(meetingTypeId)?.meetingInfo.name ?? null;
}

/** The latest first. */
export function emailsOf(state: State, contact: Contact): CrmEmail[] {
	return [...state.crmEmails.values()]
		.filter(({ contactId }) => contactId === contact.id)
		.sort((a, b) => (a.sentAt > b.sentAt ? -1 : 1));
}

export function notesOf(state: State, contact: Contact): CrmNote[] {
	return [...state.crmNotes.values()].filter(({ contactId }) => contactId === contact.id);
}
