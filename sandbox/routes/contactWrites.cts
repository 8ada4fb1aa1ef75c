import { contactOnWire } from '../contacts/wire.cts';
import { contactAfter, newContact } from '../contacts/write.cts';
import { refusal } from '../errors.cts';
import { text } from '../values.cts';
import { visibleContact } from './contacts.cts';
import { created, uuidParam, type Answer, type Call, type Route } from './route.cts';

/** What is known of a person's work, and the language, vanishes here; an update takes it. */
function createContact(call: Call): Answer {
	const { state, caller, body } = call;
	if (!body.email && !body.phoneNumber) throw refusal(400, ['phoneNumber should not be empty']);
	demandFreeEmail(call);
	demandLinks(call);
	const contact = contactAfter(call, newContact(call, caller.user.companyId), body);
	state.contacts.set(contact.id, contact);
	return created(contactOnWire(call, contact));
}

/** Answers without a body, as it was seen to. */
function updateContact(call: Call): Answer {
	const contact = visibleContact(call, uuidParam(call, 'contactId'));
	demandFreeEmail(call, contact.id);
	demandLinks(call);
	call.state.contacts.set(contact.id, contactAfter(call, contact, call.body));
	return { status: 200 };
}

function deleteContact(call: Call): Answer {
	const { id } = visibleContact(call, uuidParam(call, 'contactId'));
	call.state.contacts.delete(id);
	return { status: 204 };
}

/** The contract knows no 409 here. */
function demandFreeEmail({ state, caller, body }: Call, exceptId?: string): void {
	const email = text(body.email);
	const taken = email && state.contacts.at(caller.user.companyId, email);
	if (taken && taken.id !== exceptId) throw refusal(400, 'email already exists');
}

/** What becomes of an owner or a company that is unknown is unpublished. */
function demandLinks({ state, caller, body }: Call): void {
	const { companyId } = caller.user;
	const ownerId = text(body.accountOwnerId);
	const owner = ownerId && state.users.get(ownerId.toLowerCase());
	if (ownerId && !(owner && owner.companyId === companyId && owner.deletedAt === null)) {
		throw refusal(400, ['accountOwnerId must be a user of this company']);
	}
	const crmCompanyId = text(body.crmCompanyId);
	const crmCompany = crmCompanyId && state.crmCompanies.get(crmCompanyId.toLowerCase());
	if (crmCompanyId && !(crmCompany && crmCompany.companyId === companyId)) {
		throw refusal(400, ['crmCompanyId must be a company of the CRM']);
	}
}

export const routes: readonly Route[] = [
	{ operationId: 'createContact', handle: createContact },
	{ operationId: 'updateContact', handle: updateContact },
	{ operationId: 'deleteContact', handle: deleteContact },
];
