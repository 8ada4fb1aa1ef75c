import { IdIndex } from './idIndex.cts';
import type { Contact } from './records/contacts.cts';

/** What a contact is found by, in lower case: the mail and the phone number, as far as there are any. */
export function addressesOf({ email, phoneNumber }: Contact): string[] {
	return [email, phoneNumber].flatMap((address) => (address ? [address.toLowerCase()] : []));
}

/** All contacts by id, which finds them by their addresses without looking through all. */
export class ContactBook extends Map<string, Contact> {
	private readonly addresses = new IdIndex();

	override set(id: string, contact: Contact): this {
		this.unlist(id);
		for (const key of keysOf(contact)) this.addresses.add(key, id);
		return super.set(id, contact);
	}

	override delete(id: string): boolean {
		this.unlist(id);
		return super.delete(id);
	}

	override clear(): void {
		this.addresses.clear();
		super.clear();
	}

	/** A contact of a company with a mail, whatever its case, or with a phone number. */
	at(companyId: string, address: string): Contact | undefined {
		const [id] = this.addresses.of(keyOf(companyId, address.toLowerCase()));
		return id === undefined ? undefined : this.get(id);
	}

	private unlist(id: string): void {
		const known = this.get(id);
		for (const key of known ? keysOf(known) : []) this.addresses.remove(key, id);
	}
}

function keysOf(contact: Contact): string[] {
	return addressesOf(contact).map((address) => keyOf(contact.companyId, address));
}

function keyOf(companyId: string, address: string): string {
	return `${companyId} ${address}`;
}
