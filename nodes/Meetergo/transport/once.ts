import { addSentence, failureOf } from './failures';
import { request, type RequestPorts } from './request';
import type { ApiClient, Ask, Failure, Once, Outcome } from './types';

export type OnceOutcome<T> =
	| { readonly record: T; readonly recovered: boolean }
	| { readonly failure: Failure };

/** What a look-up tells; one that failed tells nothing. */
type Sight<T> = { readonly record: T } | 'absent' | 'unknown';

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
		let sight: Sight<T> = 'unknown';
		for (const waitMs of waits) {
			if (waitMs > leftMs()) return 'unknown';
			await ports.clock.sleep(waitMs, ports.signal);
			if (ports.signal?.aborted) return 'unknown';
			waitedMs += waitMs;
			ports.notes.waitedMs += waitMs;
			sight = await lookOnce(proof, api, since);
			if (typeof sight === 'object') break;
		}
		return sight;
	}

	function inDoubt(failure: Failure): OnceOutcome<T> {
		const doubt = `It may have taken effect all the same. ${proof.howToCheck}`;
		return { failure: { ...addSentence(failure, doubt), mayHaveHappened: true, waitedMs } };
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
		if (typeof sight === 'object') return { record: sight.record, recovered: false };
		return inDoubt(
			failureOf('unreadableAnswer', { advice: 'The answer does not show what was done.' }),
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
	if (typeof sight === 'object') return recovered(sight);
	if (sight === 'unknown' || !proof.complete) return inDoubt(first.failure);

	const second = await attempt();
	if ('answer' in second) return await done(second.answer);

	// A refusal may be the first request's doing, such as a slot that is now occupied by ourselves.
	const uncertain = second.failure.mayHaveHappened;
	const lastSight = await look(uncertain ? afterLossMs : atOnceMs, sentAt);
	if (typeof lastSight === 'object') return recovered(lastSight);
	if (uncertain || lastSight === 'unknown') return inDoubt(second.failure);
	return { failure: { ...second.failure, waitedMs } };
}

async function lookOnce<T>(proof: Once<T>, api: ApiClient, since: number): Promise<Sight<T>> {
	if (proof.proof === 'none') return 'unknown';
	try {
		const record = await proof.find(api, since);
		return record === undefined ? 'absent' : { record };
	} catch {
		return 'unknown';
	}
}
