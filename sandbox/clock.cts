import { performance } from 'node:perf_hooks';

import { DateTime } from 'luxon';

/** The sandbox's own time: starts where told, runs `speed` times as fast as real time, can be moved. */
export class Clock {
	private base: number;

	private since = performance.now();

	constructor(
		private readonly start: string,
		readonly speed = 1,
	) {
		this.base = instant(start);
	}

	now(): DateTime {
		return DateTime.fromMillis(this.millis(), { zone: 'utc' });
	}

	/** Milliseconds since 1970, whole. */
	millis(): number {
		return Math.floor(this.base + (performance.now() - this.since) * this.speed);
	}

	/** As the API writes an instant. */
	iso(): string {
		return new Date(this.millis()).toISOString();
	}

	set(iso: string): void {
		this.base = instant(iso);
		this.since = performance.now();
	}

	advance(ms: number): void {
		this.base += ms;
	}

	reset(): void {
		this.set(this.start);
	}
}

function instant(iso: string): number {
	const time = DateTime.fromISO(iso, { zone: 'utc' });
	if (!time.isValid) throw new Error(`Not an ISO 8601 instant: ${iso}`);
	return time.toMillis();
}
