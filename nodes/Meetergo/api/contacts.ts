import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../transport/isObject';
import { cursors, offsets, oneBasedPages } from '../transport/paginate';
import { root } from '../transport/path';
import type { Listing } from '../transport/types';

/* Contacts and what belongs to them, as far as the node reads them, and how their lists are paged. */

export interface ContactAddress extends IDataObject {
	readonly line1?: string;
	readonly line2?: string;
	readonly line3?: string;
	readonly city?: string;
	readonly zip?: string;
	readonly country?: string;
}

export interface Contact extends IDataObject {
	readonly id: string;
	readonly email?: string | null;
	readonly firstName?: string | null;
	readonly lastName?: string | null;
	readonly phoneNumber?: string | null;
	/** `Recurring` and `Optin` are added by meetergo. */
	readonly tags?: string[];
	readonly notes?: string | null;
	readonly accountOwnerId?: string | null;
	readonly crmCompanyId?: string | null;
	readonly address?: ContactAddress | null;
	readonly employer?: string | null;
	readonly title?: string | null;
	readonly seniority?: string | null;
	readonly function?: string | null;
	readonly location?: string | null;
	readonly language?: string | null;
	/** Values by the names of data fields. */
	readonly additionalData?: IDataObject;
	readonly createdAt?: string;
	readonly updatedAt?: string;
}

/** Contacts come wrapped, with what belongs to them. */
export interface ContactEnvelope extends IDataObject {
	readonly item: Contact;
	readonly appointments?: IDataObject[];
	readonly nextAppointmentIso?: string | null;
}

/** A contact together with what came in its wrapper. */
export interface ContactRecord extends Contact {
	readonly appointments?: IDataObject[];
	readonly nextAppointmentIso?: string | null;
}

/** The contact in an answer, which may be wrapped or bare; `undefined` where there is none. */
export function contactIn(answer: unknown): ContactRecord | undefined {
	if (!isObject(answer)) return undefined;
	const { item, ...besides } = answer;
	const contact = isObject(item) ? { ...item, ...besides } : answer;
	return typeof contact.id === 'string' ? { ...contact, id: contact.id } : undefined;
}

/** Contacts of the company. */
export const contacts: Listing<ContactRecord> = oneBasedPages({
	path: root`/crm`,
	key: ['result', 'contacts'],
	id: ({ id }) => id,
	unwrap: contactIn,
	largestPage: 100,
});

/** The answer to an import. Which contacts it counts, it tells for the issues at most, in a shape that is unpublished. */
export interface BulkContactsResult extends IDataObject {
	readonly created?: number;
	readonly updated?: number;
	readonly skipped?: number;
	readonly failed?: number;
	readonly issues?: IDataObject[];
}

/** Something that happened with a contact. */
export interface ContactActivity extends IDataObject {
	readonly id?: string;
	readonly type?: string;
	readonly occurredAt?: string;
	readonly title?: string | null;
	readonly summary?: string | null;
	readonly direction?: string | null;
	readonly status?: string | null;
	readonly owner?: IDataObject;
	readonly source?: string;
}

/** What happened with a contact, the latest first. */
export function activityOf(contactId: string): Listing<ContactActivity> {
	return cursors({
		path: root`/crm/contacts/${contactId}/activity`,
		key: 'items',
		id: ({ id }) => id,
		largestPage: 50,
	});
}

/** A mail that meetergo has synced from a mailbox. */
export interface CrmEmail extends IDataObject {
	readonly id?: string;
	readonly threadId?: string;
	readonly subject?: string | null;
	readonly snippet?: string | null;
	readonly fromEmail?: string;
	readonly toEmails?: string[];
	readonly direction?: string;
	readonly sentAt?: string;
	readonly providerUrl?: string | null;
}

/** The synced mails with a contact. */
export function emailsOf(contactId: string): Listing<CrmEmail> {
	return offsets({
		path: root`/crm/contacts/${contactId}/emails`,
		key: 'data',
		id: ({ id }) => id,
		largestPage: 100,
	});
}
