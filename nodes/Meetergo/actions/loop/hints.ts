import type { IExecuteFunctions } from 'n8n-workflow';
import type { Notes } from '../../transport/types';

/** Waits shorter than this are not worth a person's attention. */
export const WORTH_TELLING_MS = 2000;

/**
 * Tells the user what the run did on its own account: waiting, recovering.
 * @param said what fields and operations had to say besides
 */
export function addHints(
	context: IExecuteFunctions,
	{ waitedMs, queuedMs, requests, recovered }: Notes,
	said: ReadonlySet<string>,
): void {
	const hints = [...said];
	if (waitedMs + queuedMs >= WORTH_TELLING_MS) {
		const seconds = Math.round((waitedMs + queuedMs) / 1000);
		hints.push(
			`Waited ${seconds} s in total because of meetergo's rate limit or failed attempts, over ${requests} requests.`,
		);
	}
	if (recovered > 0) {
		hints.push(
			recovered === 1
				? 'The answer to one request was lost on the way. meetergo had carried it out; nothing was done twice.'
				: `The answers to ${recovered} requests were lost on the way. meetergo had carried them out; nothing was done twice.`,
		);
	}
	if (hints.length > 0) {
		context.addExecutionHints(
			...hints.map((message) => ({ message, location: 'outputPane' as const })),
		);
	}
}
