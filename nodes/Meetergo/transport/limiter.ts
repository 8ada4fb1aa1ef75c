import { createHash } from 'node:crypto';
import type { Clock } from './types';

/** What one credential allows, as its owner set it. */
export interface Rates {
	readonly requestsPerMinute: number;
	/** How many requests may go out at once after a pause. */
	readonly burst: number;
	/** How many processes share the credential, each taking its part. */
	readonly processes: number;
}

export interface Limiter {
	/** Waits for a place, first come, first served; false when the signal ended the wait. */
	take(signal?: AbortSignal): Promise<boolean>;
	/** Tells that the server refused a request sent at `sentAt` (ms): no place is left. */
	refused(sentAt: number): void;
	/** Takes over rates that were changed in the credential. */
	adopt(rates: Rates): void;
}

interface Waiting {
	readonly signal?: AbortSignal;
	end(admitted: boolean): void;
}

const longestSleepMs = 250;

/** A token bucket: holds `burst` places when full and gains `requestsPerMinute` of them a minute. */
export function tokenBucket(initial: Rates, clock: Clock): Limiter {
	let queue: readonly Waiting[] = [];
	let rates = initial;
	let places = capacityOf(rates);
	let filledAt = clock.now();
	let emptiedAt = -Infinity;
	let serving = false;

	/** Milliseconds until there is a place. */
	function refill(): number {
		const perMs = rates.requestsPerMinute / rates.processes / 60_000;
		const now = clock.now();
		places = Math.min(capacityOf(rates), places + Math.max(0, now - filledAt) * perMs);
		filledAt = now;
		return places >= 1 ? 0 : Math.ceil((1 - places) / perMs);
	}

	/** Admits the queue in order. Sleeps are short, because a cancellation or a refusal changes the wait. */
	async function serve(): Promise<void> {
		if (serving) return;
		serving = true;
		for (;;) {
			queue.filter(isCancelled).forEach(({ end }) => end(false));
			queue = queue.filter((waiting) => !isCancelled(waiting));
			const [next, ...others] = queue;
			if (next === undefined) break;

			const waitMs = refill();
			if (waitMs > 0) {
				await clock.sleep(Math.min(waitMs, longestSleepMs), next.signal);
			} else {
				places -= 1;
				queue = others;
				next.end(true);
			}
		}
		serving = false;
	}

	return {
		take: async (signal) =>
			await new Promise((end) => {
				queue = [...queue, { signal, end }];
				void serve();
			}),
		refused(sentAt) {
			// Requests that were under way when the bucket was emptied tell nothing new.
			if (sentAt < emptiedAt) return;
			refill();
			places = 0;
			emptiedAt = clock.now();
		},
		adopt(changed) {
			refill();
			rates = changed;
		},
	};
}

function isCancelled({ signal }: Waiting): boolean {
	return signal?.aborted === true;
}

function capacityOf({ burst, processes }: Rates): number {
	return Math.max(1, burst / processes);
}

const mostLimiters = 100;
const limiters = new Map<string, Limiter>();

/**
 * The limiter shared by everything in this process that uses the same credential at the same address.
 * The least recently used one leaves when there are too many.
 */
export function limiterFor(key: string, rates: Rates, clock: Clock): Limiter {
	const limiter = limiters.get(key) ?? tokenBucket(rates, clock);
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
