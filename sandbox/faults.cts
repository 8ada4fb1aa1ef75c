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

export interface FaultRule {
	readonly method?: string;
	/** Regular expression on the path without its query. */
	readonly path?: string;
	/** How many requests it strikes; 1 unless told, Infinity for all. */
	readonly times?: number;
	/** How many matching requests it lets pass first. */
	readonly skip?: number;
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

interface ArmedRule {
	readonly rule: FaultRule;
	readonly path?: RegExp;
	toSkip: number;
	left: number;
}

/** The faults that wait for matching requests, first come, first served. */
export class Faults {
	/** Requests struck so far. */
	hits = 0;

	private armed: ArmedRule[] = [];

	/** What is put off, with how to end it early. */
	private readonly waits = new Map<Promise<boolean>, () => void>();

	add(rule: FaultRule): void {
		const path = rule.path === undefined ? undefined : new RegExp(rule.path);
		this.armed.push({ rule, path, toSkip: rule.skip ?? 0, left: rule.times ?? 1 });
	}

	/** Forgets all rules, and what had been put off until later. */
	clear(): void {
		this.armed = [];
		this.hits = 0;
		for (const end of this.waits.values()) end();
	}

	/** The fault that strikes a request, if any; counts it. */
	strike(method: string, path: string): FaultRule | undefined {
		for (const armed of this.armed) {
			const { rule } = armed;
			const matches =
				(rule.method ?? method).toUpperCase() === method && (armed.path?.test(path) ?? true);
			if (!matches || armed.left <= 0) continue;
			if (armed.toSkip > 0) {
				armed.toSkip -= 1;
				continue;
			}
			armed.left -= 1;
			this.hits += 1;
			return rule;
		}
		return undefined;
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
