import { addSentence, failureOf, leavesDoubt, readReply } from './failures';
import type { Lane, Limiter } from './limiter';
import type { Notes } from './notes';
import { backoffMs, type RequestKind, retryAfterMs, shouldRepeat } from './retry';
import type { Ask, Clock, Failure, Outcome, Reply, Send } from './types';

export interface RequestPorts {
	readonly send: Send;
	readonly limiter: Limiter;
	/** Whether a person or an agent waits for the answer, or a workflow works in the background. */
	readonly lane: Lane;
	readonly clock: Clock;
	/** Ends every wait when the execution is cancelled. */
	readonly signal?: AbortSignal;
	/** Bounds the waits after refusals and faults of one request, not the first queue for a place. */
	readonly maxWaitMs: number;
	readonly notes: Notes;
}

/** Asks until there is an outcome: the one loop that all requests go through. */
export async function request(ask: Ask, kind: RequestKind, ports: RequestPorts): Promise<Outcome> {
	const { limiter, lane, clock, signal, maxWaitMs, notes } = ports;
	const turn = limiter.arrive(ask, lane);
	const earlier: Failure[] = [];
	let waitedMs = 0;
	const inDoubt = (failures: readonly Failure[]) =>
		ask.method !== 'GET' && failures.some(leavesDoubt);

	for (;;) {
		const queuedAt = clock.now();
		// Whoever comes back waits because of what went wrong, not because of the queue.
		const comesBack = earlier.length > 0;
		const patienceMs = comesBack ? Math.max(0, maxWaitMs - waitedMs) : undefined;
		const isAdmitted = await notes.forLimit.during(() => turn.take(signal, patienceMs));
		if (comesBack) waitedMs += clock.now() - queuedAt;
		if (!isAdmitted) {
			return { failure: failureOf('cancelled', { waitedMs, mayHaveHappened: inDoubt(earlier) }) };
		}

		notes.requests += 1;
		const reply = await ports.send(ask);
		const outcome = readReply(reply, ask.method === 'GET' && !ask.mayBeEmpty);
		const askedMs = waitAskedBy(reply, clock.now());
		const isRefused = 'failure' in outcome && outcome.failure.code === 'rateLimited';
		if (isRefused) turn.refused(askedMs);
		else if ('status' in reply) turn.accepted();
		if ('answer' in outcome) return outcome;

		const mayHaveHappened = inDoubt([...earlier, outcome.failure]);
		const failure = { ...outcome.failure, mayHaveHappened };
		if (isDeletedAlready(ask, failure, earlier)) return { answer: undefined };
		if (!shouldRepeat(kind, failure, earlier)) return { failure: { ...failure, waitedMs } };

		earlier.push(failure);
		const leftMs = Math.max(0, maxWaitMs - waitedMs);
		if (leftMs === 0 || askedMs > leftMs) {
			return { failure: { ...tooLong(failure, askedMs, leftMs), waitedMs } };
		}
		// A server that refuses without saying for how long is left to the limiter, where this request is the next to try.
		if (isRefused && askedMs === 0) continue;
		const waitMs = askedMs || Math.min(backoffMs(earlier.length, clock.random()), leftMs);
		const watch = isRefused ? notes.forLimit : notes.afterFaults;
		await watch.during(async () => await clock.sleep(waitMs, signal));
		waitedMs += waitMs;
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
