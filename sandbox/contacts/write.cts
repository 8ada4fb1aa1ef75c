import { record, type Json } from '../../contract/json.cts';
import type { Contact } from '../records/contacts.cts';
import type { World } from '../world.cts';

/** What a contact is where nothing is said. */
export const PLAIN_CONTACT = {
	firstName: null,
	lastName: null,
	email: null,
	phoneNumber: null,
	language: null,
	tags: [],
	notes: null,
	noShowCount: 0,
	crmCompanyId: null,
	accountOwnerId: null,
	address: null,
	title: null,
	employer: null,
	seniority: null,
	function: null,
	location: null,
	additionalData: {},
} as const;

/** A contact of which nothing is known yet; not stored. */
export function newContact({ state, clock }: World, companyId: string): Contact {
	const now = clock.iso();
	const id = state.ids.uuid('contact');
	return { ...PLAIN_CONTACT, id, companyId, createdAt: now, updatedAt: now };
}

/**
 * A contact after a write: what is given replaces what was there, the tags and the address as a whole,
 * but custom values are merged, and null removes one.
 */
export function contactAfter({ clock }: World, before: Contact, wish: Json): Contact {
	const additionalData = { ...before.additionalData, ...record(wish.additionalData) };
	const kept = Object.entries(additionalData).filter(([, value]) => value !== null);
	return {
		...before,
		...wish,
		additionalData: Object.fromEntries(kept),
		updatedAt: clock.iso(),
	};
}
