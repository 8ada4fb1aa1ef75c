import type { IDataObject } from 'n8n-workflow';
import type { ContactRecord } from '../../api/contacts';
import { written } from '../requests/differences';
import { onlySet } from '../requests/onlySet';
import { changed, differences } from './body';

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
	add(index: number, wanted: IDataObject, forNew: IDataObject, mayUpdate: boolean): void {
		this.mayUpdate ||= mayUpdate;
		const change = this.apply(wanted, forNew, mayUpdate);
		this.items.push({ index, change });
	}

	/** The contact as meetergo takes it among many; `undefined` where there is nothing to write. */
	get body(): IDataObject | undefined {
		const isIdle = this.before !== undefined && Object.keys(this.sent).length === 0;
		return isIdle ? undefined : { email: this.before?.email ?? this.email, ...this.sent };
	}

	/** The contact as it is once the row is written. */
	after(contact: ContactRecord): ContactRecord {
		return changed(contact, this.sent);
	}

	private apply(wanted: IDataObject, forNew: IDataObject, mayUpdate: boolean): Change {
		if (this.before === undefined && this.items.length === 0) {
			this.sent = { ...wanted, ...onlySet(forNew) };
			return 'created';
		}
		if (!mayUpdate) return 'unchanged';
		const change = differences(wanted, this.after(this.before ?? { id: '' }));
		if (Object.keys(change).length === 0) return 'unchanged';
		this.sent = written(this.sent, change, ['additionalData']);
		return 'updated';
	}
}
