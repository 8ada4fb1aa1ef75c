import { list, record, type Json } from '../../contract/json.cts';
import { contactAfter, newContact } from '../contacts/write.cts';
import { text, texts } from '../values.cts';
import { created, type Answer, type Call, type Route } from './route.cts';

type Outcome =
	| { readonly kind: 'created' | 'updated' | 'skipped' }
	| { readonly kind: 'failed'; readonly message: string };

/** One contact that cannot be imported does not hold the others up. The shape of an issue is a guess. */
function bulkCreateContacts(call: Call): Answer {
	const counts = { created: 0, updated: 0, skipped: 0, failed: 0 };
	const issues: Json[] = [];
	for (const [index, contact] of list(call.body.contacts).map(record).entries()) {
		const outcome = importContact(call, contact);
		counts[outcome.kind] += 1;
		if (outcome.kind === 'failed') {
			issues.push({ index, email: contact.email ?? null, message: outcome.message });
		}
	}
	return created({ ...counts, issues });
}

/** Contacts without a mail are new ones: many may share a phone number. */
function importContact(call: Call, contact: Json): Outcome {
	const { state, caller, body } = call;
	const { companyId } = caller.user;
	const { accountOwnerEmail, meetingTypeRef, crmCompanyRef, ...own } = contact;
	const email = text(contact.email);
	if (!email && !contact.phoneNumber) return failed('email or phoneNumber is required');
	const known = email ? state.contacts.at(companyId, email) : undefined;
	if (known && body.updateExisting !== true) return { kind: 'skipped' };
	const accountOwnerId = userIdOf(call, text(accountOwnerEmail));
	if (accountOwnerEmail && !accountOwnerId) return failed('accountOwnerEmail is unknown');
	if (meetingTypeRef && !isMeetingType(call, text(meetingTypeRef))) {
		return failed('meetingTypeRef is unknown');
	}
	const crmCompanyId = crmCompanyIdOf(call, text(crmCompanyRef));
	const changed = contactAfter(call, known ?? newContact(call, companyId), {
		...own,
		...(accountOwnerId ? { accountOwnerId } : {}),
		...(crmCompanyId ? { crmCompanyId } : {}),
	});
	state.contacts.set(changed.id, changed);
	return { kind: known ? 'updated' : 'created' };
}

function failed(message: string): Outcome {
	return { kind: 'failed', message };
}

function userIdOf({ state, caller }: Call, email: string | undefined): string | undefined {
	return [...state.users.values()].find(
		(user) =>
			user.companyId === caller.user.companyId &&
			user.deletedAt === null &&
			isSame(user.email, email),
	)?.id;
}

/** What an import does with the type is unpublished: the sandbox only looks for it. */
function isMeetingType({ state, caller }: Call, ref: string | undefined): boolean {
	return [...state.meetingTypes.values()].some(
		(type) =>
			type.companyId === caller.user.companyId &&
			type.deletedAt === null &&
			(isSame(type.id, ref) || isSame(type.meetingInfo.name, ref)),
	);
}

/** The company of an id or a name; made where there is none yet. */
function crmCompanyIdOf({ state, caller }: Call, ref: string | undefined): string | undefined {
	if (!ref) return undefined;
	const { companyId } = caller.user;
	for (const company of state.crmCompanies.values()) {
		const isMeant = isSame(company.id, ref) || isSame(company.name, ref);
		if (company.companyId === companyId && isMeant) return company.id;
	}
	const id = state.ids.uuid('CRM company');
	state.crmCompanies.set(id, { id, companyId, name: ref });
	return id;
}

function isSame(known: string, ref: string | undefined): boolean {
	return known.toLowerCase() === ref?.toLowerCase();
}

/** An id that is given twice is unknown the second time. */
function bulkDeleteContacts({ state, caller, body }: Call): Answer {
	const contactIds = texts(body.contactIds).map((id) => id.toLowerCase());
	const deleted = contactIds.filter((id) => {
		const isOwn = state.contacts.get(id)?.companyId === caller.user.companyId;
		return isOwn && state.contacts.delete(id);
	}).length;
	const requested = contactIds.length;
	return created({ requested, deleted, skipped: requested - deleted });
}

export const routes: readonly Route[] = [
	{ operationId: 'bulkCreateContacts', handle: bulkCreateContacts },
	{ operationId: 'bulkDeleteContacts', handle: bulkDeleteContacts },
];
