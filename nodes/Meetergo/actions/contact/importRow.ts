import type { IDataObject } from 'n8n-workflow';
import type { ContactRecord } from '../../api/contacts';
import { written } from '../requests/differences';
import { onlySet, without } from '../requests/onlySet';
import {
	changeFor,
	COMPLETED,
	contactBody,
	foreseenAfter,
	type GivenContact,
	lacking,
} from './body';
import { SENT_UNDER_OTHER_NAMES } from './fieldNames';

/** What became of a contact through one input item. */
export type Change = 'created' | 'updated' | 'unchanged';

/** One contact of an import. Several input items may be about it; then each of them changes what those before it left. */
export class ImportRow {
	/** The input items, and what each of them does. */
	readonly items: Array<{ readonly index: number; readonly change: Change }> = [];

	/** Whether a contact that turns up meanwhile may be changed. */
	mayUpdate = false;

	private sent: IDataObject = {};

	/** @param before the contact that has the mail address already */
	constructor(
		readonly email: string,
		readonly before: ContactRecord | undefined,
	) {}

	/** @param forNew what meetergo takes for a new contact only */
	add(index: number, given: GivenContact, forNew: IDataObject, mayUpdate: boolean): void {
		this.mayUpdate ||= mayUpdate;
		const change = this.apply(given, forNew, mayUpdate);
		this.items.push({ index, change });
	}

	/** The contact as meetergo takes it among many; `undefined` where there is nothing to write. */
	get body(): IDataObject | undefined {
		const isIdle = this.before !== undefined && Object.keys(this.sent).length === 0;
		return isIdle ? undefined : { email: this.before?.email ?? this.email, ...this.sent };
	}

	/** The contact as it should be once the row is written. */
	get foreseen(): ContactRecord {
		return foreseenAfter(this.before ?? { id: '', email: this.email }, this.sent);
	}

	/** What was sent and a contact does not hold, by path. */
	lackedBy(contact: ContactRecord): string[] {
		return lacking(contact, without(this.sent, ...Object.keys(SENT_UNDER_OTHER_NAMES)));
	}

	private apply(given: GivenContact, forNew: IDataObject, mayUpdate: boolean): Change {
		if (this.before === undefined && this.items.length === 0) {
			this.sent = { ...contactBody(given), ...onlySet(forNew) };
			return 'created';
		}
		if (!mayUpdate) return 'unchanged';
		const { foreseen } = this;
		const change = changeFor(foreseen, contactBody(given, foreseen));
		if (Object.keys(change).length === 0) return 'unchanged';
		this.sent = written(this.sent, change, COMPLETED);
		return 'updated';
	}
}
