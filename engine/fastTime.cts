import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../nodes/Meetergo/transport/types';
import { PACKAGE_ROOT } from './packages.cts';

/**
 * Lets time pass so many times as fast for the waits of the built node in this process: between attempts and for the rate limit.
 * Everything else goes by real time, as a busy machine does not answer faster either.
 *
 * @param attemptTimeoutMs real milliseconds that an answer may take; as many as ever if not given
 * @returns what gives the node its real time back
 */
export function speedUpNode(factor: number, attemptTimeoutMs?: number): () => void {
	const clock = clockOfNode();
	const real = { ...clock };
	const origin = performance.now();
	const start = real.now();
	Object.assign(clock, {
		now: () => start + (performance.now() - origin) * factor,
		sleep: async (ms: number, signal?: AbortSignal) => await sleep(ms / factor, signal),
		attemptTimeoutMs: attemptTimeoutMs ?? real.attemptTimeoutMs,
	} satisfies Partial<Clock>);
	return () => void Object.assign(clock, real);
}

/**
 * Lets the built node in this process live at the time that `now` tells, in ms; waits take as long as ever.
 *
 * @returns what gives the node its real time back
 */
export function setNodeTime(now: () => number): () => void {
	const clock = clockOfNode();
	const real = { ...clock };
	Object.assign(clock, { now } satisfies Partial<Clock>);
	return () => void Object.assign(clock, real);
}

/** An aborted sleep has ended, and is no error. */
async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
	if (ms <= 0 || signal?.aborted) return;
	await delay(ms, undefined, { signal }).catch(() => {});
}

/** The clock that the node on n8n's engine uses. */
function clockOfNode(): Clock {
	const load: (path: string) => { readonly realClock: Clock } = createRequire(__filename);
	return load(join(PACKAGE_ROOT, 'dist/nodes/Meetergo/transport/clock.js')).realClock;
}
