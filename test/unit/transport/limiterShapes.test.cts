import { createLimiter } from '../../../nodes/Meetergo/transport/limiter';
import { Notes } from '../../../nodes/Meetergo/transport/notes';
import { request } from '../../../nodes/Meetergo/transport/request';
import type { Reply } from '../../../nodes/Meetergo/transport/types';
import { Limiter as ServerLimiter } from '../../../sandbox/limiter.cts';
import { get, ok, status } from './fakes.cts';
import { virtualTime } from './virtualTime.cts';

/* A thousand reads before servers that count in different ways, in time that does not really pass. */

const READS = 1000;
const LIMIT = { requestsPerMinute: 100, burst: 200 };
const BEST_MS = ((READS - LIMIT.burst) / LIMIT.requestsPerMinute) * 60_000;

interface Case {
	readonly shape: 'tokenBucket' | 'fixedWindow' | 'slidingLog';
	/** n8n processes that use the key. */
	readonly workers: number;
	/** How many of them the credential tells of. */
	readonly told: number;
	/** Whether the server says when to come back. */
	readonly retryAfter: boolean;
}

/** Numbers from 0 to 1 that are the same every time. */
function chance(): () => number {
	let state = 7919;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return state / 2 ** 32;
	};
}

async function run({ shape, workers, told, retryAfter }: Case) {
	const random = chance();
	const clock = virtualTime(random);
	const serverLimiter = new ServerLimiter({ shape, ...LIMIT }, { millis: () => clock.now() });
	const onTheWay = async () => await clock.sleep(5 + random() * 30);
	const acceptedAt: number[] = [];
	let refused = 0;
	let failed = 0;

	async function send(): Promise<Reply> {
		await onTheWay();
		const waitMs = serverLimiter.take('key');
		if (waitMs > 0) refused += 1;
		else acceptedAt.push(clock.now());
		await onTheWay();
		if (waitMs === 0) return ok();
		const seconds = String(Math.max(1, Math.ceil(waitMs / 1000)));
		return status(429, '', retryAfter ? { 'retry-after': seconds } : {});
	}

	async function work(): Promise<void> {
		const limiter = createLimiter({ ...LIMIT, processes: told }, clock);
		const notes = new Notes(clock);
		let left = READS / workers;
		const reader = async () => {
			while (left > 0) {
				left -= 1;
				const outcome = await request(get, 'repeatable', {
					send,
					limiter,
					lane: 'background',
					clock,
					maxWaitMs: 120_000,
					notes,
				});
				if ('failure' in outcome) failed += 1;
			}
		};
		await Promise.all(Array.from({ length: 5 }, reader));
	}

	await clock.run(Promise.all(Array.from({ length: workers }, work)));
	const tookMs = Math.max(...acceptedAt) - Math.min(...acceptedAt);
	return {
		failed,
		accepted: acceptedAt.length,
		ratio: tookMs / BEST_MS,
		refused: refused / (refused + acceptedAt.length),
	};
}

const one = { workers: 1, told: 1, retryAfter: true };
const told = { workers: 4, told: 4, retryAfter: true };
const untold = { workers: 4, told: 1, retryAfter: true };

it.each<[what: string, given: Case, ratio: number, refused: number]>([
	['one process, bucket', { ...one, shape: 'tokenBucket' }, 1.02, 0],
	['one process, fixed windows', { ...one, shape: 'fixedWindow' }, 1.02, 0.01],
	['one process, sliding log', { ...one, shape: 'slidingLog' }, 1.03, 0.03],
	['four processes, bucket', { ...told, shape: 'tokenBucket' }, 1.02, 0],
	['four processes, fixed windows', { ...told, shape: 'fixedWindow' }, 1.03, 0.02],
	['four processes, sliding log', { ...told, shape: 'slidingLog' }, 1.03, 0.02],
	['fifty processes, bucket', { ...told, workers: 50, told: 50, shape: 'tokenBucket' }, 1.02, 0],
	['four that know nothing of each other, bucket', { ...untold, shape: 'tokenBucket' }, 1.2, 0.05],
	['four, fixed windows', { ...untold, shape: 'fixedWindow' }, 1.05, 0.08],
	['four, sliding log', { ...untold, shape: 'slidingLog' }, 1.05, 0.08],
])('%s: the best time, and hardly a refusal', async (_what, given, ratio, refused) => {
	const result = await run(given);
	expect(result).toMatchObject({ failed: 0, accepted: READS });
	expect(result.ratio).toBeLessThanOrEqual(ratio);
	expect(result.refused).toBeLessThanOrEqual(refused);
});

it.each<[what: string, given: Case, ratio: number]>([
	['bucket', { ...untold, shape: 'tokenBucket' }, 1.25],
	['fixed windows', { ...one, shape: 'fixedWindow' }, 1.1],
	['sliding log', { ...one, shape: 'slidingLog' }, 1.2],
	['fixed windows of four', { ...untold, shape: 'fixedWindow' }, 1.1],
	['sliding log of four', { ...untold, shape: 'slidingLog' }, 1.2],
])('no item fails where the server does not say when to come back: %s', async (_, given, ratio) => {
	const result = await run({ ...given, retryAfter: false });
	expect(result).toMatchObject({ failed: 0, accepted: READS });
	expect(result.ratio).toBeLessThanOrEqual(ratio);
});
