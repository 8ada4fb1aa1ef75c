import { contactOfAttendee } from '../contacts/attendees.cts';
import { searched } from '../contacts/search.cts';
import { contactOnWire } from '../contacts/wire.cts';
import { notFound, refusal } from '../errors.cts';
import type { Contact } from '../records/contacts.cts';
import { number, text } from '../values.cts';
import { ok, type Answer, type Call, type Route } from './route.cts';

/** A contact by its id, for everybody of its company. */
export function visibleContact({ state, caller }: Call, id: string): Contact {
	const contact = state.contacts.get(id.toLowerCase());
	if (contact?.companyId !== caller.user.companyId) throw notFound('Contact');
	return contact;
}

function searchContacts(call: Call): Answer {
	const { state, caller, query } = call;
	const { companyId } = caller.user;
	const own = [...state.contacts.values()].filter((contact) => contact.companyId === companyId);
	const matches = searched(own, query);
	const page = number(query.page) ?? 1;
	const limit = number(query.limit) ?? 20;
	const total = matches.length;
	const result = matches.slice((page - 1) * limit, page * limit);
	return ok({
		result: result.map((contact) => contactOnWire(call, contact)),
		page,
		limit,
		total,
		totalPages: Math.ceil(total / limit),
	});
}

/** Which of the ids counts where both are given is unpublished. */
function getContact(call: Call): Answer {
	const { query } = call;
	const contactId = text(query.contactId);
	const attendeeId = text(query.attendeeId);
	if (contactId !== undefined) return ok(contactOnWire(call, visibleContact(call, contactId)));
	if (attendeeId !== undefined) return ok(contactOnWire(call, attending(call, attendeeId)));
	throw refusal(400, 'Expected contactId or attendeeId');
}

/** The contact who attends as somebody with this id. */
function attending({ state, caller }: Call, id: string): Contact {
	const { companyId } = caller.user;
	const attendeeId = id.toLowerCase();
	const appointment = state.appointments.attendedBy(attendeeId);
	const attendee = appointment?.attendees.find((other) => other.id === attendeeId);
	const contact =
		attendee && appointment?.companyId === companyId
			? contactOfAttendee(state, companyId, attendee)
			: undefined;
	if (!contact) throw notFound('Contact');
	return contact;
}

export const routes: readonly Route[] = [
	{ operationId: 'searchContacts', handle: searchContacts },
	{ operationId: 'getContact', handle: getContact },
];
