import { createHash } from 'node:crypto';
import type { Ask, Clock } from '../types';
import { AdaptiveBucket, type Rates } from './bucket';
import { type Lane, Queue, type Turn } from './queue';
import { type RouteLimit, routeLimits } from './routes';
import { SlidingWindow } from './window';

export type { Lane, Rates, Turn };

const MINUTE_MS = 60_000;

/** Lets the requests of one credential through, as fast as the server allows. */
export interface Limiter {
	/** Lines a request up before the limits that apply to it. */
	arrive(ask: Pick<Ask, 'method' | 'path'>, lane: Lane): Turn;
	/** Takes over rates that were changed in the credential. */
	adopt(rates: Rates): void;
}

/** A limiter for one credential. Its times are those of the clock. */
export function createLimiter(rates: Rates, clock: Clock): Limiter {
	const bucket = new AdaptiveBucket(rates, clock.now());
	const all = new Queue(bucket, clock);
	const routes = new Map<RouteLimit, Queue>();
	let { processes } = rates;

	function queueOf(limit: RouteLimit): Queue {
		const queue = routes.get(limit) ?? new Queue(shareOf(limit, processes), clock);
		routes.set(limit, queue);
		return queue;
	}

	return {
		arrive({ method, path }, lane) {
			const turn = all.arrive(lane);
			const limit = routeLimits.find((one) => one.method === method && one.path.test(path.text));
			return limit === undefined ? turn : bothOf(queueOf(limit).arrive(lane), turn);
		},
		adopt(changed) {
			bucket.adopt(changed, clock.now());
			if (changed.processes !== processes) routes.clear();
			processes = changed.processes;
		},
	};
}

/** A refusal is put down to the stricter limit: if the other one is used up too, other requests will tell. */
function bothOf(stricter: Turn, other: Turn): Turn {
	return {
		// The place that takes longest comes first, so that the other one is not held meanwhile.
		take: async (signal, patienceMs) =>
			(await stricter.take(signal, patienceMs)) && (await other.take(signal, patienceMs)),
		refused: (askedMs) => stricter.refused(askedMs),
		accepted() {
			stricter.accepted();
			other.accepted();
		},
	};
}

/** A process has its part of a limit: whole requests, if need be one in a longer time. */
function shareOf({ requests, minutes }: RouteLimit, processes: number): SlidingWindow {
	const most = Math.max(1, Math.floor(requests / processes));
	return new SlidingWindow(most, minutes * MINUTE_MS * Math.max(1, processes / requests));
}

const mostLimiters = 100;
const limiters = new Map<string, Limiter>();

/**
 * The limiter shared by everything in this process that uses the same credential at the same address.
 * The least recently used one leaves when there are too many.
 */
export function limiterFor(key: string, rates: Rates, clock: Clock): Limiter {
	const limiter = limiters.get(key) ?? createLimiter(rates, clock);
	limiter.adopt(rates);
	limiters.delete(key);
	limiters.set(key, limiter);
	for (const oldest of limiters.keys()) {
		if (limiters.size <= mostLimiters) break;
		limiters.delete(oldest);
	}
	return limiter;
}

/** Names a credential without holding it. */
export function limiterKey(baseUrl: string, secret: string): string {
	return createHash('sha256').update(`${baseUrl}\n${secret}`).digest('hex');
}
