import { addSentence, failureOf, leavesDoubt, readReply } from './failures';
import type { Limiter } from './limiter';
import { backoffMs, type RequestKind, retryAfterMs, shouldRepeat } from './retry';
import type { Ask, Clock, Failure, Notes, Outcome, Reply, Send } from './types';

export interface RequestPorts {
	readonly send: Send;
	readonly limiter: Limiter;
	readonly clock: Clock;
	/** Ends every wait when the execution is cancelled. */
	readonly signal?: AbortSignal;
	/** Bounds the waits after refusals and faults of one request, not the queue for a place. */
	readonly maxWaitMs: number;
	readonly notes: Notes;
}

/** Within this time the limit of a credential always has a place again. */
const MINUTE_MS = 60_000;

/** Asks until there is an outcome: the one loop that all requests go through. */
export async function request(ask: Ask, kind: RequestKind, ports: RequestPorts): Promise<Outcome> {
	const { limiter, clock, signal, maxWaitMs, notes } = ports;
	const earlier: Failure[] = [];
	let waitedMs = 0;
	const inDoubt = (failures: readonly Failure[]) =>
		ask.method !== 'GET' && failures.some(leavesDoubt);

	for (;;) {
		const queuedAt = clock.now();
		const admitted = await limiter.take(signal);
		const sentAt = clock.now();
		notes.queuedMs += sentAt - queuedAt;
		if (!admitted) {
			return { failure: failureOf('cancelled', { waitedMs, mayHaveHappened: inDoubt(earlier) }) };
		}

		notes.requests += 1;
		const reply = await ports.send(ask);
		const outcome = readReply(reply, ask.method === 'GET' && !ask.mayBeEmpty);
		if ('answer' in outcome) return outcome;

		const askedMs = waitAskedBy(reply, clock.now());
		// A longer wait is the limit of one route, such as mails, and slows nothing else down.
		if (outcome.failure.code === 'rateLimited' && askedMs <= MINUTE_MS) limiter.refused(sentAt);
		const mayHaveHappened = inDoubt([...earlier, outcome.failure]);
		const failure = { ...outcome.failure, mayHaveHappened };
		if (isDeletedAlready(ask, failure, earlier)) return { answer: undefined };
		if (!shouldRepeat(kind, failure, earlier)) return { failure: { ...failure, waitedMs } };

		earlier.push(failure);
		const leftMs = maxWaitMs - waitedMs;
		if (leftMs <= 0 || askedMs > leftMs) {
			return { failure: { ...tooLong(failure, askedMs, leftMs), waitedMs } };
		}
		const waitMs = askedMs || Math.min(backoffMs(earlier.length, clock.random()), leftMs);
		await clock.sleep(waitMs, signal);
		waitedMs += waitMs;
		notes.waitedMs += waitMs;
	}
}

/** An attempt whose answer was lost has deleted it, so it is not found any more. */
function isDeletedAlready(ask: Ask, failure: Failure, earlier: readonly Failure[]): boolean {
	return ask.method === 'DELETE' && failure.code === 'notFound' && earlier.some(leavesDoubt);
}

/** The wait a server asks for in milliseconds, 0 when it leaves that to us. */
function waitAskedBy(reply: Reply, now: number): number {
	return 'fault' in reply ? 0 : (retryAfterMs(reply.headers['retry-after'], now) ?? 0);
}

/** Says of a wait that would exceed the budget how long it would have been. */
function tooLong(failure: Failure, askedMs: number, leftMs: number): Failure {
	if (askedMs <= leftMs) return failure;
	const seconds = (ms: number) => Math.ceil(ms / 1000);
	const why = `meetergo asks to wait ${seconds(askedMs)} s, more than the ${seconds(leftMs)} s left of Max Wait.`;
	return addSentence(failure, why);
}
