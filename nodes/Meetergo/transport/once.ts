import { addSentence, failureOf } from './failures';
import { failureBehind } from './nodeErrors';
import { request, type RequestPorts } from './request';
import type { ApiClient, Ask, Failure, Once, Outcome } from './types';

export type OnceOutcome<T> =
	| { readonly record: T; readonly recovered: boolean }
	| { readonly failure: Failure };

/** What a look-up tells; one that failed, or that there was no time for, tells nothing. */
type Sight<T> = { readonly record: T } | 'absent' | { readonly unknown: string };

/** Looks at 1, 3 and 8 seconds after an answer was lost, because the server may finish late. */
const afterLossMs: readonly number[] = [1000, 2000, 5000];
const atOnceMs: readonly number[] = [0];

/**
 * Asks for something that must take effect once only. When it is uncertain whether it did, the
 * effect is looked for. Found: that is the answer. Certainly absent: the request is sent once more.
 * Otherwise the failure says that it may have happened, and how to check.
 */
export async function once<T>(
	ask: Ask,
	proof: Once<T>,
	api: ApiClient,
	ports: RequestPorts,
): Promise<OnceOutcome<T>> {
	let waitedMs = 0;
	const leftMs = () => ports.maxWaitMs - waitedMs;

	async function attempt(send = ports.send): Promise<Outcome> {
		const outcome = await request(ask, 'once', { ...ports, send, maxWaitMs: leftMs() });
		if ('failure' in outcome) waitedMs += outcome.failure.waitedMs;
		return outcome;
	}

	/** Looks after each wait until the effect is found; the last look decides. */
	async function look(waits: readonly number[], since: number): Promise<Sight<T>> {
		let sight: Sight<T> = { unknown: '' };
		for (const waitMs of waits) {
			if (waitMs > leftMs()) return { unknown: 'Max Wait leaves no time to look for it.' };
			const { clock, signal, notes } = ports;
			await notes.afterFaults.during(async () => await clock.sleep(waitMs, signal));
			if (signal?.aborted) return { unknown: 'The execution was cancelled.' };
			waitedMs += waitMs;
			sight = await lookOnce(proof, api, since);
			if (isSeen(sight)) break;
		}
		return sight;
	}

	function inDoubt(failure: Failure, sight: Sight<T> = 'absent'): OnceOutcome<T> {
		const why = sight !== 'absent' && 'unknown' in sight ? sight.unknown : '';
		const doubt = ['It may have taken effect all the same.', why, proof.howToCheck];
		const told = doubt.filter(Boolean).reduce(addSentence, failure);
		return { failure: { ...told, mayHaveHappened: true, waitedMs } };
	}

	function recovered({ record }: { record: T }): OnceOutcome<T> {
		ports.notes.recovered += 1;
		return { record, recovered: true };
	}

	/** It took effect. Where the answer does not show it, it is looked at. */
	async function done(answer: unknown): Promise<OnceOutcome<T>> {
		const record = proof.read(answer);
		if (record !== undefined) return { record, recovered: false };
		const sight = await look(atOnceMs, sentAt);
		if (isSeen(sight)) return { record: sight.record, recovered: false };
		return inDoubt(
			failureOf('unreadableAnswer', { advice: 'The answer does not show what was done.' }),
			sight,
		);
	}

	let sentAt = ports.clock.now();
	const first = await attempt(async (asked) => {
		// Attempts before the last one were refused, so only the last can have had an effect.
		sentAt = ports.clock.now();
		return await ports.send(asked);
	});
	if ('answer' in first) return await done(first.answer);
	if (!first.failure.mayHaveHappened) return first;
	if (proof.proof === 'none') return inDoubt(first.failure);

	const sight = await look(afterLossMs, sentAt);
	if (isSeen(sight)) return recovered(sight);
	if (sight !== 'absent' || !proof.complete) return inDoubt(first.failure, sight);

	const second = await attempt();
	if ('answer' in second) return await done(second.answer);

	// A refusal may be the first request's doing, such as a slot that is now occupied by ourselves.
	const uncertain = second.failure.mayHaveHappened;
	const lastSight = await look(uncertain ? afterLossMs : atOnceMs, sentAt);
	if (isSeen(lastSight)) return recovered(lastSight);
	if (lastSight !== 'absent' || mayComeLate(second.failure))
		return inDoubt(second.failure, lastSight);
	const failure = uncertain ? addSentence(second.failure, NOTHING_DONE) : second.failure;
	return { failure: { ...failure, mayHaveHappened: false, waitedMs } };
}

const NOTHING_DONE = 'It was looked for, and has not taken effect.';

/** Whether the effect may show later than the looks: the server was slow, or said that it has succeeded. */
function mayComeLate({ code, httpCode }: Failure): boolean {
	return code === 'timedOut' || code === 'unreadableAnswer' || httpCode === 504;
}

function isSeen<T>(sight: Sight<T>): sight is { readonly record: T } {
	return sight !== 'absent' && 'record' in sight;
}

async function lookOnce<T>(proof: Once<T>, api: ApiClient, since: number): Promise<Sight<T>> {
	if (proof.proof === 'none') return { unknown: '' };
	try {
		const record = await proof.find(api, since);
		return record === undefined ? 'absent' : { record };
	} catch (error) {
		const { code, message, description } = failureBehind(error);
		const advice = code === 'unexpected' ? '' : ` ${description}`;
		return { unknown: `The look-up failed: ${message}.${advice}` };
	}
}
