import type { Ask } from '../types';

/** A limit of one route on top of the one for all requests. */
export interface RouteLimit {
	readonly method: Ask['method'];
	/** The path without its mount. */
	readonly path: RegExp;
	readonly requests: number;
	readonly minutes: number;
}

/** The stricter limits (NOTES 4). */
export const routeLimits: readonly RouteLimit[] = [
	{ method: 'POST', path: /^\/attendee\/quick-mail$/, requests: 5, minutes: 5 },
	{ method: 'POST', path: /^\/crm\/bulk$/, requests: 3, minutes: 1 },
	{ method: 'POST', path: /^\/crm\/bulk-delete$/, requests: 3, minutes: 1 },
	{ method: 'POST', path: /^\/routing-form\/[^/]+\/send$/, requests: 20, minutes: 1 },
];
