import { setImmediate } from 'node:timers/promises';
import { root, v4 } from '../../../nodes/Meetergo/transport/path';
import type { Lane, Limiter } from '../../../nodes/Meetergo/transport/limiter';
import { Notes } from '../../../nodes/Meetergo/transport/notes';
import type { RequestPorts } from '../../../nodes/Meetergo/transport/request';
import type {
	Ask,
	Clock,
	Failure,
	Outcome,
	Reply,
	Voice,
} from '../../../nodes/Meetergo/transport/types';

export interface FakeClock extends Clock {
	/** Every sleep asked for, in milliseconds. */
	readonly sleeps: number[];
	advance(ms: number): void;
}

/** A clock whose sleeps take no time but move it on. `during` happens while somebody sleeps. */
export function fakeClock(during: () => void = () => {}, random = 1): FakeClock {
	let now = Date.UTC(2026, 0, 5, 9);
	const sleeps: number[] = [];
	return {
		sleeps,
		now: () => now,
		async sleep(ms, signal) {
			if (signal?.aborted) return;
			sleeps.push(ms);
			// Everybody who can go on does so before time does.
			await setImmediate();
			now += ms;
			during();
		},
		random: () => random,
		attemptTimeoutMs: 30_000,
		advance: (ms) => {
			now += ms;
		},
	};
}

/** A clock on which only a signal ends a sleep; it is aborted as soon as somebody sleeps. */
export function stuckClock(controller: AbortController): FakeClock {
	return {
		...fakeClock(),
		sleep: async (_, signal) =>
			await new Promise((resolve) => {
				signal?.addEventListener('abort', () => resolve());
				controller.abort();
			}),
	};
}

interface OpenLimiter extends Limiter {
	/** The waits that refusals asked for. */
	readonly refusals: number[];
	/** In which lanes requests arrived. */
	readonly lanes: Lane[];
	/** How long they were ready to wait, each time. */
	readonly patience: Array<number | undefined>;
	/** How many were let through. */
	answered(): number;
	/** Happens while somebody waits for a place. */
	whileQueueing(): void;
}

/** Has a place for everybody. */
export function openLimiter(): OpenLimiter {
	let answered = 0;
	const limiter: OpenLimiter = {
		refusals: [],
		lanes: [],
		patience: [],
		answered: () => answered,
		whileQueueing: () => {},
		arrive(_ask, lane) {
			limiter.lanes.push(lane);
			return {
				async take(signal, patienceMs) {
					limiter.patience.push(patienceMs);
					limiter.whileQueueing();
					return await Promise.resolve(signal?.aborted !== true);
				},
				refused: (askedMs) => limiter.refusals.push(askedMs),
				accepted() {
					answered += 1;
				},
			};
		},
		adopt: () => {},
	};
	return limiter;
}

export interface FakeServer extends RequestPorts {
	readonly asked: Ask[];
	readonly clock: FakeClock;
	readonly limiter: ReturnType<typeof openLimiter>;
	readonly notes: Notes;
}

/** Answers with these replies in order, and refuses to be asked once more. */
export function server(replies: readonly Reply[], ports: Partial<FakeServer> = {}): FakeServer {
	const asked: Ask[] = [];
	const left = [...replies];
	const { clock = fakeClock() } = ports;
	return {
		asked,
		clock,
		limiter: openLimiter(),
		lane: 'background',
		maxWaitMs: 120_000,
		notes: new Notes(clock),
		send: async (ask) => {
			asked.push(ask);
			const reply = left.shift();
			if (reply === undefined) throw new RangeError(`Asked ${asked.length} times`);
			return reply;
		},
		...ports,
	};
}

export function status(
	code: number,
	body: unknown = '',
	headers: Record<string, string> = {},
): Reply {
	return { status: code, headers, body };
}

export const ok = (body: unknown = { id: '1' }) => status(200, JSON.stringify(body));
export const cutOff: Reply = { fault: 'cutOff', text: 'socket hang up' };
export const timedOut: Reply = { fault: 'timedOut', text: 'timeout of 30000ms exceeded' };
export const neverSent: Reply = { fault: 'neverSent', text: 'connect ECONNREFUSED 127.0.0.1:1' };
export const cancelled: Reply = { fault: 'cancelled', text: 'canceled' };

export const get: Ask = { method: 'GET', path: v4`/user` };
export const patch: Ask = { method: 'PATCH', path: v4`/user/${1}`, body: { slug: 'anna' } };
export const del: Ask = { method: 'DELETE', path: root`/crm/${1}` };
export const post: Ask = { method: 'POST', path: v4`/booking`, body: {} };

/** The failure of an outcome that is expected to be one. */
export function failureIn(outcome: Outcome | { readonly record: unknown }): Failure {
	if (!('failure' in outcome)) throw new TypeError('It did not fail.');
	return outcome.failure;
}

/** What `voice.fail` throws. */
export class Failed extends Error {
	constructor(readonly failure: Failure) {
		super(failure.code);
	}
}

/** A voice whose hints can be heard. */
export function voice(): Voice & { readonly hints: string[] } {
	const hints: string[] = [];
	return {
		hints,
		fail(failure) {
			throw new Failed(failure);
		},
		hint: (text) => void hints.push(text),
	};
}
