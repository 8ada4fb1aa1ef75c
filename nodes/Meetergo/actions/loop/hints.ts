import type { IExecuteFunctions } from 'n8n-workflow';
import type { Notes } from '../../transport/notes';

/** Waits shorter than this are not worth a person's attention. */
export const WORTH_TELLING_MS = 2000;

/**
 * Tells the user what the run did on its own account: waiting, recovering, leaving out.
 * @param said what fields and operations had to say besides
 */
export function addHints(
	context: IExecuteFunctions,
	notes: Readonly<Notes>,
	said: ReadonlySet<string>,
): void {
	const hints = [...said, ...hintsOf(notes)];
	if (hints.length === 0) return;
	context.addExecutionHints(
		...hints.map((message) => ({ message, location: 'outputPane' as const })),
	);
}

/** What the notes of a run tell a person. */
export function hintsOf(notes: Readonly<Notes>): string[] {
	const { forLimit, afterFaults, requests, recovered, cutLists } = notes;
	const seconds = (ms: number) => Math.round(ms / 1000);
	const hints: string[] = [];
	if (forLimit.ms >= WORTH_TELLING_MS) {
		hints.push(
			`Waited ${seconds(forLimit.ms)} s in total for the rate limit of meetergo, over ${requests} requests.`,
		);
	}
	if (afterFaults.ms >= WORTH_TELLING_MS) {
		hints.push(
			`Waited ${seconds(afterFaults.ms)} s in total after failed attempts, which were made again.`,
		);
	}
	if (recovered > 0) {
		hints.push(
			recovered === 1
				? 'The answer to one request was lost on the way. meetergo had carried it out; nothing was done twice.'
				: `The answers to ${recovered} requests were lost on the way. meetergo had carried them out; nothing was done twice.`,
		);
	}
	if (cutLists > 0) {
		const lists = cutLists === 1 ? 'A list was' : `${cutLists} lists were`;
		hints.push(`${lists} cut at Limit. Switch on Return All to get everything.`);
	}
	return hints;
}
