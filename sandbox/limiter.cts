import type { Clock } from './clock.cts';

export type LimiterShape = 'tokenBucket' | 'fixedWindow' | 'slidingLog' | 'off';

export interface LimiterOptions {
	readonly shape: LimiterShape;
	readonly requestsPerMinute: number;
	readonly burst: number;
}

/** Counts the requests of one credential. Times are in milliseconds of the sandbox's clock. */
interface Counter {
	/** 0 when the request may pass, which counts it, else how long until one may. */
	take(now: number): number;
}

class TokenBucket implements Counter {
	private tokens: number;

	private last: number | undefined;

	constructor(
		private readonly burst: number,
		private readonly perMs: number,
	) {
		this.tokens = burst;
	}

	take(now: number): number {
		const passed = Math.max(0, now - (this.last ?? now));
		this.tokens = Math.min(this.burst, this.tokens + passed * this.perMs);
		this.last = now;
		if (this.tokens < 1) return Math.ceil((1 - this.tokens) / this.perMs);
		this.tokens -= 1;
		return 0;
	}
}

/** `burst` requests in each window of the length that keeps to the rate; windows start on the clock. */
class FixedWindow implements Counter {
	private window = Number.NaN;

	private count = 0;

	constructor(
		private readonly burst: number,
		private readonly length: number,
	) {}

	take(now: number): number {
		const window = Math.floor(now / this.length);
		if (window !== this.window) this.count = 0;
		this.window = window;
		if (this.count >= this.burst) return (window + 1) * this.length - now;
		this.count += 1;
		return 0;
	}
}

/** At most `burst` requests within any stretch of the length that keeps to the rate. */
class SlidingLog implements Counter {
	private passed: number[] = [];

	constructor(
		private readonly burst: number,
		private readonly length: number,
	) {}

	take(now: number): number {
		this.passed = this.passed.filter((time) => time > now - this.length);
		const [oldest] = this.passed;
		if (oldest !== undefined && this.passed.length >= this.burst) {
			return oldest + this.length - now;
		}
		this.passed.push(now);
		return 0;
	}
}

/** The request limit of each credential, in one of three shapes that all keep to the same long-term rate. */
export class Limiter {
	private readonly counters = new Map<string, Counter>();

	constructor(
		private readonly options: LimiterOptions,
		private readonly clock: Pick<Clock, 'millis'>,
	) {}

	/** 0 when the request may pass, else the milliseconds of the sandbox's clock until one may. */
	take(credential: string): number {
		if (this.options.shape === 'off') return 0;
		let counter = this.counters.get(credential);
		if (!counter) {
			counter = this.counter(this.options.shape);
			this.counters.set(credential, counter);
		}
		return counter.take(this.clock.millis());
	}

	reset(): void {
		this.counters.clear();
	}

	private counter(shape: Exclude<LimiterShape, 'off'>): Counter {
		const { burst, requestsPerMinute } = this.options;
		const perMs = requestsPerMinute / 60_000;
		switch (shape) {
			case 'tokenBucket':
				return new TokenBucket(burst, perMs);
			case 'fixedWindow':
				return new FixedWindow(burst, burst / perMs);
			case 'slidingLog':
				return new SlidingLog(burst, burst / perMs);
		}
	}
}
