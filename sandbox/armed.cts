/** How many a rule lets pass before it strikes, and how many it strikes then. */
export interface Count {
	/** 0 unless told. */
	readonly skip?: number;
	/** 1 unless told, Infinity for all. */
	readonly times?: number;
}

interface Waiting<Rule> {
	readonly rule: Rule;
	toSkip: number;
	left: number;
}

/** Rules that wait for what they match, first come, first served. */
export class Armed<Rule> {
	private waiting: Array<Waiting<Rule>> = [];

	add(rule: Rule, { skip = 0, times = 1 }: Count): void {
		this.waiting.push({ rule, toSkip: skip, left: times });
	}

	/** The rule that strikes, if any; counts it. */
	strike(matches: (rule: Rule) => boolean): Rule | undefined {
		for (const armed of this.waiting) {
			if (armed.left <= 0 || !matches(armed.rule)) continue;
			if (armed.toSkip > 0) {
				armed.toSkip -= 1;
				continue;
			}
			armed.left -= 1;
			return armed.rule;
		}
		return undefined;
	}

	clear(): void {
		this.waiting = [];
	}
}
