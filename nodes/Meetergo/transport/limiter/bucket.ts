import type { Meter } from './meter';

/** What one credential allows, as its owner set it. */
export interface Rates {
	readonly requestsPerMinute: number;
	/** How many requests may go out at once after a pause. */
	readonly burst: number;
	/** How many processes share the credential, each taking its part. */
	readonly processes: number;
}

const MINUTE_MS = 60_000;

/** Servers round the waits they ask for up to seconds. */
const SECOND_MS = 1000;

/** Requests on their way may arrive closer together than they left, so one place in so many is held back. */
const RESERVE = 50;

/** Refusals one after the other halve the rate no further than to this share. */
const LEAST_SHARE = 1 / 32;

/** The rate grows from nothing to its full height while the full rate would give so many places. */
const GROWTH_PLACES = 700;

/**
 * A server that stays shut for as long as it takes this part of the bucket to fill up counts in windows: its places come back
 * together.
 */
const WINDOW_PART = 1 / 4;

/**
 * A token bucket: holds `burst` places when full and gains `requestsPerMinute` of them a minute. Others may use the same
 * credential without our knowing, and servers count in other ways, so it adapts. A refusal empties it and halves the rate,
 * which then grows back evenly; once for each congestion, for what was under way by then tells nothing new. A server that
 * counts in windows is no reason to be slower: what one window had room for is sent when the next one opens.
 */
export class AdaptiveBucket implements Meter {
	private places: number;

	/** The part of the rate that is used now. */
	private share = 1;

	/** Places that were taken since the server last refused, and were not refused. */
	private used = 0;

	/** The same up to the time when it last refused. */
	private usedBefore = 0;

	/** Up to when the places are counted; later than now while the server is shut. */
	private filledAt: number;

	/** When the server last refused what was not under way already. */
	private cutAt = -Infinity;

	/** Since when it has let nothing through. */
	private shutAt: number | undefined;

	/** When a window last opened. */
	private openedAt = -Infinity;

	constructor(
		private rates: Rates,
		now: number,
	) {
		this.places = capacityOf(rates);
		this.filledAt = now;
	}

	waitMs(now: number): number {
		this.fill(now);
		const shutMs = Math.max(0, this.filledAt - now);
		if (this.places >= 1) return shutMs;
		return shutMs + Math.ceil((1 - this.places) / (this.share * perMs(this.rates)));
	}

	take(now: number): void {
		this.fill(now);
		this.places -= 1;
		this.used += 1;
	}

	refused(sentAt: number, now: number, askedMs: number): void {
		this.used = Math.max(0, this.used - 1);
		if (sentAt < this.cutAt || askedMs > this.longestWaitMs) return;
		this.fill(now);
		this.cutAt = now;
		this.filledAt = now + askedMs;
		if (askedMs >= this.windowMs) this.openWindow(now + askedMs, this.used);
		else if (askedMs > 0 && now - this.openedAt < this.windowMs) this.places += 1;
		else this.cut(now);
	}

	accepted(sentAt: number, now: number): void {
		if (this.shutAt === undefined || sentAt < this.cutAt) return;
		if (now - this.shutAt >= this.windowMs) {
			this.openWindow(now, this.usedBefore);
			this.share = 1;
		}
		this.shutAt = undefined;
	}

	/** Takes over rates that were changed in the credential. */
	adopt(rates: Rates, now: number): void {
		this.fill(now);
		this.rates = rates;
		this.places = Math.min(this.places, capacityOf(rates));
	}

	private cut(now: number): void {
		this.places = 0;
		this.share = Math.max(LEAST_SHARE, this.share / 2);
		if (this.shutAt === undefined) this.usedBefore = this.used;
		this.shutAt ??= now;
		this.used = 0;
	}

	/** A window opens bit by bit, so for a while refusals mean no more than to wait. */
	private openWindow(at: number, places: number): void {
		this.places = Math.min(capacityOf(this.rates), places);
		this.openedAt = at;
		this.used = 0;
	}

	/** How long a server stays shut that counts in windows, at the least: clearly longer than a bucket needs for one place. */
	private get windowMs(): number {
		const places = Math.max(2, WINDOW_PART * capacityOf(this.rates));
		return places / perMs(this.rates) + SECOND_MS;
	}

	/** The limit has places again by then; a longer wait is about something else. */
	private get longestWaitMs(): number {
		const { burst, requestsPerMinute } = this.rates;
		return Math.max(MINUTE_MS, (burst / requestsPerMinute) * MINUTE_MS + SECOND_MS);
	}

	private fill(now: number): void {
		const passedMs = now - this.filledAt;
		if (passedMs <= 0) return;
		const gained = passedMs * perMs(this.rates);
		const grown = Math.min(1, this.share + gained / GROWTH_PLACES);
		const average = (this.share + grown) / 2;
		this.places = Math.min(capacityOf(this.rates), this.places + gained * average);
		this.share = grown;
		this.filledAt = now;
	}
}

function perMs({ requestsPerMinute, processes }: Rates): number {
	return requestsPerMinute / processes / MINUTE_MS;
}

function capacityOf({ burst, processes }: Rates): number {
	const part = burst / processes;
	return Math.max(1, part - Math.floor(part / RESERVE));
}
