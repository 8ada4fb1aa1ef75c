import type { IDataObject } from 'n8n-workflow';
import type { ContactRecord } from '../../api/contacts';
import type { Added } from '../../fields/collection';
import { isObject } from '../../transport/isObject';
import { differences, written } from '../requests/differences';
import { notKept } from '../requests/notKept';
import { group, onlySet, without } from '../requests/onlySet';
import type { fieldsOfAnyContact } from './contact.fields';
import { isSameEmail, isSamePhone } from '../requests/sameReach';

/** What was given of a contact. */
export type GivenContact = Added<typeof fieldsOfAnyContact> & { readonly email?: string };

/**
 * A contact as the API takes it: only what was given.
 * @param contact the one to be changed, where there is one: its tags are those that others are added to
 */
export function contactBody(given: GivenContact, contact?: ContactRecord): IDataObject {
	const { customFields, zip, city, country } = given;
	return {
		...onlySet({
			email: given.email,
			firstName: given.firstName,
			lastName: given.lastName,
			phoneNumber: given.phoneNumber,
			tags: tagsOf(given, contact),
			notes: given.notes,
			employer: given.employer,
			title: given.title,
			seniority: given.seniority,
			function: given.function,
			location: given.location,
			language: given.language,
			accountOwnerId: given.accountOwnerId,
			crmCompanyId: given.crmCompanyId,
			additionalData: customFields,
		}),
		...group('address', {
			line1: given.addressLine1,
			line2: given.addressLine2,
			zip,
			city,
			country,
		}),
	};
}

function tagsOf({ tags, addTags }: GivenContact, contact?: ContactRecord): string[] | undefined {
	if (addTags === undefined) return tags && [...tags];
	return [...new Set([...(tags ?? contact?.tags ?? []), ...addTags])];
}

/** Set by meetergo itself, whatever a workflow writes. */
const PLATFORM_TAGS: readonly string[] = ['Recurring', 'Optin'];

/** What a write completes; all else it replaces as a whole. */
export const COMPLETED: readonly string[] = ['additionalData'];

/** What of a contact has to be written so that it holds what is wanted: nothing where it does already. */
export function changeFor(contact: ContactRecord, wanted: IDataObject): IDataObject {
	return differences(without(asShown(contact, wanted), 'email'), contact, COMPLETED);
}

/** What is wanted and a contact does not hold, by path. */
export function lacking(contact: ContactRecord, wanted: IDataObject): string[] {
	return notKept(asShown(contact, wanted), contact);
}

/** What is wanted, in the way in which a contact that holds it would show it. */
export function asShown(contact: ContactRecord, wanted: IDataObject): IDataObject {
	const { email, phoneNumber } = contact;
	return {
		...withWhatStays(contact, wanted),
		...(isSameEmail(wanted.email, email) && { email }),
		...(isSamePhone(wanted.phoneNumber, phoneNumber) && { phoneNumber }),
	};
}

/** What a write replaces as a whole, completed by what is there: the lines of the address, and the platform's own tags. */
export function withWhatStays({ tags, address }: ContactRecord, wanted: IDataObject): IDataObject {
	const kept = tags?.filter((tag) => PLATFORM_TAGS.includes(tag)) ?? [];
	return {
		...wanted,
		...(Array.isArray(wanted.tags) && {
			tags: [...new Set([...wanted.tags.map(String), ...kept])],
		}),
		...(isObject(wanted.address) && { address: { ...address, ...wanted.address } }),
	};
}

/** A contact as a change should leave it: `null` among the custom fields removes one. */
export function foreseenAfter(contact: ContactRecord, change: IDataObject): ContactRecord {
	const after = written(contact, change, COMPLETED);
	const values = Object.entries(after.additionalData ?? {}).filter(([, value]) => value !== null);
	return { ...after, additionalData: Object.fromEntries(values) };
}
