import type { IDataObject } from 'n8n-workflow';
import type { ContactRecord } from '../../api/contacts';
import type { Added } from '../../fields/collection';
import { differences as differencesOf, written } from '../requests/differences';
import { isPlain, notKept } from '../requests/notKept';
import { group, onlySet, without } from '../requests/onlySet';
import type { contactFields } from './contact.fields';
import { isSameEmail, isSamePhone } from './sameReach';

/** A contact as the API takes it: only what was given. */
export function contactBody(
	given: Added<typeof contactFields> & { readonly email?: string },
): IDataObject {
	const { tags, customFields, zip, city, country } = given;
	return {
		...onlySet({
			email: given.email,
			firstName: given.firstName,
			lastName: given.lastName,
			phoneNumber: given.phoneNumber,
			tags: tags && [...tags],
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

/** Set by meetergo itself, whatever a workflow writes. */
const PLATFORM_TAGS: readonly string[] = ['Recurring', 'Optin'];

/** What a write completes; all else it replaces as a whole. */
const COMPLETED = ['additionalData'];

/** What of a contact has to be written so that it holds what was given: nothing where it does already. */
export function differences(wanted: IDataObject, contact: ContactRecord): IDataObject {
	return differencesOf(without(aimed(wanted, contact), 'email'), contact, COMPLETED);
}

/** What was given and a contact does not hold, by path. */
export function missingIn(contact: ContactRecord, wanted: IDataObject): string[] {
	return notKept(aimed(wanted, contact), contact);
}

/** What was given, as a contact that holds it would show it. */
export function aimed(wanted: IDataObject, contact: ContactRecord): IDataObject {
	const { email, phoneNumber } = contact;
	return {
		...completed(wanted, contact),
		...(isSameEmail(wanted.email, email) && { email }),
		...(isSamePhone(wanted.phoneNumber, phoneNumber) && { phoneNumber }),
	};
}

/** What a write replaces as a whole, completed by what is there: the lines of the address, and the platform's own tags. */
export function completed(wanted: IDataObject, { tags, address }: ContactRecord): IDataObject {
	const kept = tags?.filter((tag) => PLATFORM_TAGS.includes(tag)) ?? [];
	return {
		...wanted,
		...(Array.isArray(wanted.tags) && {
			tags: [...new Set([...wanted.tags.map(String), ...kept])],
		}),
		...(isPlain(wanted.address) && { address: { ...address, ...wanted.address } }),
	};
}

/** A contact as it is after a change whose answer was empty: `null` among the custom fields removes one. */
export function changed(contact: ContactRecord, change: IDataObject): ContactRecord {
	const after = written(contact, change, COMPLETED);
	const values = Object.entries(after.additionalData ?? {}).filter(([, value]) => value !== null);
	return { ...after, additionalData: Object.fromEntries(values) };
}
