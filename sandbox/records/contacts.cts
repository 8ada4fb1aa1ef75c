import type { Json } from '../../contract/json.cts';
import type { Instant } from './instant.cts';

/** A person the company knows. Everybody of the company sees it. */
export interface Contact {
	readonly id: string;
	readonly companyId: string;
	readonly firstName: string | null;
	readonly lastName: string | null;
	/** Only one contact of a company has it, whatever its case. */
	readonly email: string | null;
	readonly phoneNumber: string | null;
	readonly language: string | null;
	readonly tags: readonly string[];
	/** Of the company; the contact does not see it. */
	readonly notes: string | null;
	readonly noShowCount: number;
	readonly crmCompanyId: string | null;
	/** The colleague who looks after the contact. */
	readonly accountOwnerId: string | null;
	readonly address: Json | null;
	readonly title: string | null;
	readonly employer: string | null;
	readonly seniority: string | null;
	readonly function: string | null;
	readonly location: string | null;
	/** Custom values by the name of their data field, or by whatever was written. */
	readonly additionalData: Json;
	readonly createdAt: Instant;
	readonly updatedAt: Instant;
}

/** A company that contacts belong to. */
export interface CrmCompany {
	readonly id: string;
	/** Whose contacts it is for. */
	readonly companyId: string;
	readonly name: string;
}

export interface CrmNote {
	readonly id: string;
	readonly contactId: string;
	readonly authorId: string;
	readonly content: string;
	readonly createdAt: Instant;
}

/** A mail from or to a contact, found in a mailbox. */
export interface CrmEmail {
	readonly id: string;
	readonly contactId: string;
	readonly externalMessageId: string;
	readonly threadId: string;
	readonly subject: string | null;
	/** How the text begins. */
	readonly snippet: string | null;
	readonly fromEmail: string;
	readonly toEmails: readonly string[];
	/** The literals are unpublished. */
	readonly direction: 'inbound' | 'outbound';
	readonly sentAt: Instant;
	readonly provider: string;
	readonly dealId: string | null;
	readonly providerUrl: string | null;
	readonly createdAt: Instant;
}
