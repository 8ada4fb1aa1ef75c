import type { IDataObject } from 'n8n-workflow';

/** A file that belongs to a record; n8n shows it as binary data of the item. */
export interface Attachment {
	/** Name of the binary property. */
	readonly property: string;
	readonly fileName: string;
	readonly mimeType: string;
	readonly text: string;
}

/**
 * A record of the API with what we know of it besides: whether it was recovered, what it waits for. Every output mode
 * shows these facts; where a simplified field bears the same name, the fact goes first.
 */
export class Told<R> {
	constructor(
		readonly record: R,
		readonly facts: IDataObject,
		readonly files: readonly Attachment[],
	) {}
}

/** Adds facts and files to a record. Facts that are `undefined` or `false` say nothing and are left out. */
export function told<R>(record: R, facts: IDataObject, files: readonly Attachment[] = []): Told<R> {
	const said = Object.entries(facts).filter(([, fact]) => fact !== undefined && fact !== false);
	return new Told(record, Object.fromEntries(said), files);
}
