import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../nodes/Meetergo/transport/types';
import { PACKAGE_ROOT } from './packages.cts';

/**
 * Lets the waits of the built node in this process, between attempts and for the rate limit, last so many times less. The node sees
 * that they have lasted as long as it meant them to. Everything else goes by real time: a busy machine does not answer faster
 * either, and what it takes longer must not count many times over.
 *
 * @param attemptTimeoutMs real milliseconds that an answer may take; as many as ever if not given
 * @returns what gives the node its real time back
 */
export function speedUpNode(factor: number, attemptTimeoutMs?: number): () => void {
	const clock = clockOfNode();
	const real = { ...clock };
	const start = real.now() - performance.now();
	let skippedMs = 0;
	const now = () => start + performance.now() + skippedMs;
	Object.assign(clock, {
		now,
		async sleep(ms: number, signal?: AbortSignal) {
			const until = now() + ms;
			await sleep(ms / factor, signal);
			if (!signal?.aborted) skippedMs += Math.max(0, until - now());
		},
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
