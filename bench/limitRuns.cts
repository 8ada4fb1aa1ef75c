import type { Child } from './child.cts';
import { figure, type Figures, type Told } from './messages.cts';
import type { Rates } from './nodeRuns.cts';
import { withChildren } from './pool.cts';
import { withSandbox, type DistantSandbox, type Traffic } from './sandbox.cts';
import type { LimiterShape } from '../sandbox/limiter.cts';

/** As published: what one key may do in a minute, and at once after a pause. */
export const PER_MINUTE = 100;
export const BURST = 200;

/** How many times as fast as real time the sandbox counts; more would make latency weigh too much. */
const SPEED = 10;
const MINUTE_MS = 60_000;
/** 200 of them are of the admin, whose bookings are read. */
const BOOKINGS = 1000;

/** What the credential is told, by the real minutes in which the node counts. */
export const RATES: Rates = { requestsPerMinute: PER_MINUTE * SPEED, burst: BURST, processes: 1 };

export interface LimitRun {
	/** From the first to the last accepted request, against the best time the limit allows. */
	readonly ratio: number;
	/** Share of the requests that were answered 429. */
	readonly refused: number;
	/** Items that ended in an error. */
	readonly failed: number;
}

/**
 * The best time for so many requests, in milliseconds of the sandbox's clock. It is the same for all three shapes
 * where `requests` is a multiple of the burst: a window, fixed or sliding, lets 200 through every two minutes, the last
 * of them when the bucket has made its last place.
 */
export function bestMs(requests: number): number {
	return ((requests - BURST) / PER_MINUTE) * MINUTE_MS;
}

/** How a run went, by what the sandbox saw. */
export function judge({ accepted, refused }: Traffic, failed: number): LimitRun {
	const took = Math.max(...accepted) - Math.min(...accepted);
	const ratio = took / bestMs(accepted.length);
	return { ratio, refused: refused / (accepted.length + refused), failed };
}

/**
 * Reads single bookings against a limit, in one or several processes that share a key.
 * @param tasks one for each process; what of `Told` is not given is that of a lone node
 */
export async function runAgainstLimit(
	limiter: LimiterShape,
	tasks: readonly Told[],
): Promise<LimitRun> {
	const options = { limiter, speed: SPEED, bookings: BOOKINGS };
	return await withSandbox(options, async (sandbox) =>
		withChildren('reads', tasks.length, async (children) => {
			const answers = await readTogether(sandbox, children, tasks);
			const failed = answers.reduce((sum, answer) => sum + figure(answer, 'failed'), 0);
			return judge(await sandbox.traffic(), failed);
		}),
	);
}

/** The clock goes back to the full minute when all are ready, so that a fixed window starts with the run. */
async function readTogether(
	sandbox: DistantSandbox,
	children: readonly Child[],
	tasks: readonly Told[],
): Promise<Figures[]> {
	await sandbox.reset();
	return await Promise.all(
		children.map(async (child, index) => {
			const own = tasks[index] ?? {};
			return await child.ask({ how: 'node', atOnce: 1, ...RATES, url: sandbox.url, ...own });
		}),
	);
}
