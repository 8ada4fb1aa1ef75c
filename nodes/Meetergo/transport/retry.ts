import type { Failure } from './types';

/** Whether a request can be sent again without harm, or must take effect once only. */
export type RequestKind = 'repeatable' | 'once';

/**
 * How often a request is sent again after each failure (code, or status of a server error); what is
 * not listed is final. A request that must take effect once is sent again only when the server
 * certainly did not act.
 */
const repeats: Readonly<Record<RequestKind, Readonly<Record<string, number>>>> = {
	repeatable: {
		rateLimited: Infinity,
		unreachable: Infinity,
		connectionLost: Infinity,
		timedOut: Infinity,
		unreadableAnswer: 2,
		500: 2,
		502: Infinity,
		503: Infinity,
		504: Infinity,
	},
	once: {
		rateLimited: Infinity,
		unreachable: Infinity,
	},
};

/** Whether to send again after `failure`; `earlier` are the failures of the attempts before it. */
export function shouldRepeat(
	kind: RequestKind,
	failure: Failure,
	earlier: readonly Failure[],
): boolean {
	const trouble = troubleOf(failure);
	const before = earlier.filter((other) => troubleOf(other) === trouble).length;
	return before < (repeats[kind][trouble] ?? 0);
}

function troubleOf({ code, httpCode }: Failure): string {
	return code === 'serverError' ? String(httpCode) : code;
}

const baseMs = 500;
const capMs = 60_000;
/** Chance may not turn waiting into hammering. */
const leastMs = 50;

/** How long to wait before attempt 1, 2, ...: exponential with full jitter. `random` is from 0 to 1. */
export function backoffMs(attempt: number, random: number): number {
	const ceiling = Math.min(capMs, baseMs * 2 ** (attempt - 1));
	return Math.max(leastMs, Math.round(random * ceiling));
}

/** Reads a `Retry-After` header: whole seconds or an HTTP date. Anything else says nothing. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
	const text = header?.trim() ?? '';
	if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
	if (!/^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(text)) return undefined;
	const date = Date.parse(text);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
