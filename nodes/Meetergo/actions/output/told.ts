import type { Meanings } from './columns';

/** A file that belongs to a record; n8n shows it as binary data of the item. */
export interface Attachment {
	/** Name of the binary property. */
	readonly property: string;
	readonly fileName: string;
	readonly mimeType: string;
	readonly text: string;
}

/** What we know of a record besides its fields, and what that means. */
export const FACTS = {
	cancelledScope: 'What was cancelled: `booking`, or `attendee` where only one of several left',
	change: 'What was done: `created`, `updated` or `unchanged`',
	notKept: 'What meetergo was sent and did not keep, by its names for it, separated by commas',
	preview: '`true`: nothing was done, this is what would be',
	recovered: '`true`: the answer got lost, but its effect was found',
	slotsTried: 'How many slots were tried: 0 where none was free, several where others were faster',
} as const satisfies Meanings;

export type Facts = { readonly [name in keyof typeof FACTS]?: string | number | boolean };

/** A record with facts, which every output mode shows, and files. */
export class Told<R> {
	constructor(
		readonly record: R,
		readonly facts: Facts,
		readonly files: readonly Attachment[],
	) {}
}

/** Adds facts and files to a record. Facts that are `undefined` or `false` say nothing and are left out. */
export function told<R>(record: R, facts: Facts, files: readonly Attachment[] = []): Told<R> {
	const said = Object.entries(facts).filter(([, fact]) => fact !== undefined && fact !== false);
	return new Told(record, Object.fromEntries(said), files);
}
