import { list, record, type Json } from '../contract/json.cts';
import type { FaultRule } from '../sandbox/faults.cts';
import type { LimiterShape } from '../sandbox/limiter.cts';
import { figure } from './messages.cts';
import { withChildren } from './pool.cts';

export interface DistantOptions {
	/** `off` by default. */
	readonly limiter?: LimiterShape;
	/** How many times as fast as real time its clock runs; 1 by default. */
	readonly speed?: number;
	/** 3 by default. */
	readonly bookings?: number;
}

/** When the sandbox let requests through, in milliseconds of its clock, and how many it refused. */
export interface Traffic {
	readonly accepted: readonly number[];
	readonly refused: number;
}

/** A sandbox in another process, steered over its control routes. */
export interface DistantSandbox {
	/** `http://127.0.0.1:PORT`, without `/v4`. */
	readonly url: string;
	/** Back to the seed, the clock and what was logged included. */
	reset(): Promise<void>;
	traffic(): Promise<Traffic>;
	/** `times: null` strikes every request. */
	addFault(rule: Omit<FaultRule, 'times'> & { readonly times?: number | null }): Promise<void>;
	clearFaults(): Promise<void>;
}

/** Does something with a new sandbox in another process. */
export async function withSandbox<T>(
	options: DistantOptions,
	work: (sandbox: DistantSandbox) => Promise<T>,
): Promise<T> {
	const { limiter = 'off', speed = 1, bookings = 3 } = options;
	return await withChildren('sandbox', 1, async ([child]) => {
		const answer = await child?.ask({ limiter, speed, bookings });
		return await work(sandboxAt(`http://127.0.0.1:${figure(answer ?? {}, 'port')}`));
	});
}

function sandboxAt(url: string): DistantSandbox {
	return {
		url,
		async reset() {
			await control(url, 'reset', { method: 'POST' });
		},
		async traffic() {
			const { accepted, refused } = await control(url, 'log');
			return { accepted: list(accepted).map(Number), refused: Number(refused) };
		},
		async addFault(rule) {
			await control(url, 'faults', { method: 'POST', body: JSON.stringify(rule) });
		},
		async clearFaults() {
			await control(url, 'faults', { method: 'DELETE' });
		},
	};
}

/** The records of one kind, such as `appointments`, that a sandbox holds. */
export async function recordsOf(url: string, kind: string): Promise<readonly Json[]> {
	const { records } = await control(url, 'state');
	return list(record(records)[kind]).map(record);
}

async function control(url: string, route: string, init?: RequestInit): Promise<Json> {
	const response = await fetch(`${url}/__sandbox/${route}`, {
		...init,
		headers: init?.body ? { 'content-type': 'application/json' } : {},
	});
	if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${route}`);
	return record(await response.json());
}
