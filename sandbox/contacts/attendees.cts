import { addressOf } from '../appointmentBook.cts';
import type { Attendee } from '../records/bookings.cts';
import type { Contact } from '../records/contacts.cts';
import type { State } from '../state.cts';
import type { World } from '../world.cts';
import { appointmentsOf } from './history.cts';
import { newContact } from './write.cts';

const RECURRING = 'Recurring';

/** The contact of a company who is known by the same address as an attendee. */
export function contactOfAttendee(
	state: State,
	companyId: string,
	attendee: Attendee,
): Contact | undefined {
	const address = addressOf(attendee);
	return address === undefined ? undefined : state.contacts.at(companyId, address);
}

/**
 * Makes a contact of somebody who has booked, unless there is one already. When the platform tags one
 * as recurring is unpublished; from the second booking on is a guess.
 */
export function keepAttendee(world: World, companyId: string, attendee: Attendee): void {
	const { state, clock } = world;
	const known = contactOfAttendee(state, companyId, attendee);
	const contact = known ?? contactFrom(world, companyId, attendee);
	const recurs = appointmentsOf(state, contact).length > 1 && !contact.tags.includes(RECURRING);
	const tags = recurs ? [...contact.tags, RECURRING] : contact.tags;
	if (recurs || !known) {
		state.contacts.set(contact.id, { ...contact, tags, updatedAt: clock.iso() });
	}
}

function contactFrom(world: World, companyId: string, attendee: Attendee): Contact {
	const { email, phone, language } = attendee;
	return {
		...newContact(world, companyId),
		...namesOf(attendee),
		email,
		phoneNumber: phone,
		language,
	};
}

/** Where only a full name was given, its first word is taken for the first name. */
function namesOf({ firstname, lastname, fullname }: Attendee) {
	if (firstname !== null || lastname !== null) return { firstName: firstname, lastName: lastname };
	const [first = '', ...rest] = fullname?.split(' ') ?? [];
	return { firstName: first || null, lastName: rest.join(' ') || null };
}
