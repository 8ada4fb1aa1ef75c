import type { IDataObject } from 'n8n-workflow';

/**
 * A record of the API with what we know of it besides: whether it was recovered, what it waits for. Every output mode
 * shows these facts; where a simplified field bears the same name, the fact goes first.
 */
export class Told<R> {
	constructor(
		readonly record: R,
		readonly facts: IDataObject,
	) {}
}

/** Adds facts to a record. Those that are `undefined` or `false` say nothing and are left out. */
export function told<R>(record: R, facts: IDataObject): Told<R> {
	const said = Object.entries(facts).filter(([, fact]) => fact !== undefined && fact !== false);
	return new Told(record, Object.fromEntries(said));
}
