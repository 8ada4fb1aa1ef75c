import type { INodeParameters } from 'n8n-workflow';
import { PLAIN_CONTACT } from '../../sandbox/contacts/write.cts';
import { uuidOf } from '../../sandbox/ids.cts';
import type { Contact } from '../../sandbox/records/contacts.cts';
import { ids, type Stage, wire } from './stage.cts';

/** The parameters of an operation on contacts. */
export function onContacts(operation: string, more: INodeParameters = {}): INodeParameters {
	return { resource: 'contact', operation, ...more };
}

/** Puts contacts into the sandbox, a day apart and older than its own; each is plain but for what is told of it. */
export function addContacts({ sandbox }: Stage, given: ReadonlyArray<Partial<Contact>>): Contact[] {
	const first = Date.parse('2020-01-01T08:00:00Z');
	return given.map((own, number) => {
		const made = new Date(first + number * 24 * 60 * 60 * 1000).toISOString();
		const basics = { id: uuidOf('added contact', number), companyId: ids.company };
		const contact = { ...PLAIN_CONTACT, ...basics, createdAt: made, updatedAt: made, ...own };
		sandbox.state.contacts.set(contact.id, contact);
		return contact;
	});
}

/** The contacts of Lena's company as the sandbox knows them. */
export function contactsIn({ sandbox }: Stage): Contact[] {
	return [...sandbox.state.contacts.values()].filter(({ companyId }) => companyId === ids.company);
}

/** Those of them who have a mail address, whatever its case. */
export function contactsAt(stage: Stage, email: string): Contact[] {
	return contactsIn(stage).filter(
		(contact) => contact.email?.toLowerCase() === email.toLowerCase(),
	);
}

/** What was asked for and may have changed something. */
export function writes(stage: Stage): string[] {
	return wire(stage).filter((line) => !line.startsWith('GET'));
}
