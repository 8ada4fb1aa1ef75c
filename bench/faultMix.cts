import type { FaultRule } from '../sandbox/faults.cts';
import { seeded } from './statistics.cts';

/** How often each kind strikes. */
export const SHARE = 0.05;

/** Milliseconds, as the one who waits counts them: after the look-ups at 1 and 3 s, before that at 8 s. */
const LATE_COMMIT_MS = 5000;

/** What can happen to a booking on its way. */
export const KINDS: Readonly<Record<string, FaultRule>> = {
	resetBefore: { kind: 'reset' },
	resetAfter: { kind: 'reset', when: 'after' },
	unavailableBefore: { kind: 'status', status: 503 },
	unavailableAfter: { kind: 'status', status: 503, when: 'after' },
	refusals: { kind: 'status', status: 429, headers: { 'retry-after': '1' }, times: 3 },
	noAnswer: { kind: 'hang', when: 'after' },
	lateCommit: { kind: 'status', status: 504, lateCommitMs: LATE_COMMIT_MS },
};

/**
 * Draws what strikes the first so many requests that match `target`; the same seed draws the same. The rules are to be
 * armed in their order: a rule lets pass what no earlier one has struck.
 * @param speed how many times as fast as real time the client lives
 */
export function drawFaults(
	seed: number,
	requests: number,
	target: Pick<FaultRule, 'method' | 'path'>,
	speed: number,
): FaultRule[] {
	const random = seeded(seed);
	const kinds = Object.values(KINDS);
	const rules: FaultRule[] = [];
	let skip = 0;
	for (let request = 0; request < requests; ) {
		const kind = kinds[Math.floor(random() / SHARE)];
		const times = kind?.times ?? 1;
		if (kind === undefined) skip += 1;
		else {
			const { lateCommitMs } = kind;
			rules.push({
				...target,
				...kind,
				skip,
				...(lateCommitMs !== undefined && { lateCommitMs: lateCommitMs / speed }),
			});
		}
		request += times;
	}
	return rules;
}
