import { Armed, type Count } from './armed.cts';

export type FaultKind =
	| 'latency'
	| 'status'
	| 'reset'
	| 'halfBody'
	| 'garbage'
	| 'html'
	| 'emptyBody'
	| 'drip'
	| 'hang';

export interface FaultRule extends Count {
	readonly method?: string;
	/** Regular expression on the path without its query. */
	readonly path?: string;
	readonly kind: FaultKind;
	/** `after`: the request takes effect and only its answer suffers. */
	readonly when?: 'before' | 'after';
	readonly status?: number;
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
	/**
	 * Real milliseconds of latency, between the pieces of a body that drips, or until a hanging connection is cut
	 * (never, when absent).
	 */
	readonly ms?: number;
	/** The request takes effect this many real milliseconds after its answer was spoilt. */
	readonly lateCommitMs?: number;
}

/** The faults that wait for matching requests. */
export class Faults {
	/** Requests struck so far. */
	hits = 0;

	private readonly armed = new Armed<{ readonly rule: FaultRule; readonly path?: RegExp }>();

	/** What is put off, with how to end it early. */
	private readonly waits = new Map<Promise<boolean>, () => void>();

	add(rule: FaultRule): void {
		const path = rule.path === undefined ? undefined : new RegExp(rule.path);
		this.armed.add({ rule, path }, rule);
	}

	/** Forgets all rules, and what had been put off until later. */
	clear(): void {
		this.armed.clear();
		this.hits = 0;
		for (const end of this.waits.values()) end();
	}

	/** The fault that strikes a request, if any; counts it. */
	strike(method: string, path: string): FaultRule | undefined {
		const struck = this.armed.strike(
			({ rule, path: pattern }) =>
				(rule.method ?? method).toUpperCase() === method && (pattern?.test(path) ?? true),
		);
		if (struck) this.hits += 1;
		return struck?.rule;
	}

	/** Resolves when nothing is put off any more: no latency, no late change. */
	async settled(): Promise<void> {
		while (this.waits.size > 0) await Promise.all(this.waits.keys());
	}

	/** Waits for real milliseconds; resolves early, with false, when the faults are cleared. */
	wait(ms: number): Promise<boolean> {
		let end = (): void => undefined;
		const wait = new Promise<boolean>((resolve) => {
			const timer = setTimeout(() => resolve(true), ms);
			end = () => {
				clearTimeout(timer);
				resolve(false);
			};
		}).finally(() => this.waits.delete(wait));
		this.waits.set(wait, end);
		return wait;
	}
}
