import type { Operation } from '../contract/operations.cts';
import type { Clock } from './clock.cts';
import { Limiter, type LimiterShape } from './limiter.cts';

/** The stricter limits that the contract sets to single operations, for each credential by itself. */
export class RouteLimits {
	private readonly limiters = new Map<string, Limiter>();

	private readonly shape: LimiterShape;

	/** A bucket would let up to twice the published number through: it counts in a sliding log instead. */
	constructor(
		shape: LimiterShape,
		private readonly clock: Clock,
	) {
		this.shape = shape === 'tokenBucket' ? 'slidingLog' : shape;
	}

	/** 0 when the request may pass, else the milliseconds of the sandbox's clock until one may. */
	take(credential: string, operation: Operation | undefined): number {
		if (!operation?.rateLimit) return 0;
		const { requests, minutes } = operation.rateLimit;
		let limiter = this.limiters.get(operation.id);
		if (!limiter) {
			const { shape, clock } = this;
			const requestsPerMinute = requests / minutes;
			limiter = new Limiter({ shape, requestsPerMinute, burst: requests }, clock);
			this.limiters.set(operation.id, limiter);
		}
		return limiter.take(credential);
	}

	reset(): void {
		this.limiters.clear();
	}
}
