/** What a row is to reach, as docs and table show it. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number };

/** A further figure, shown beside the one of a row. */
export interface Compared {
	/** Under which name it stands in the JSON. */
	readonly key: string;
	/** What it is, short enough for a table. */
	readonly what: string;
	readonly value: number;
}

/** One measured figure. */
export interface Row {
	readonly key: string;
	readonly what: string;
	readonly goal: Goal;
	readonly value: number;
	readonly compared: readonly Compared[];
}

/** How much to measure, and where to tell how far it is. */
export interface Scope {
	/** The same rows from smaller runs, so that all of them take less than a minute. */
	readonly quick: boolean;
	/** Draws the faults. */
	readonly seed: number;
	/** Says what is measured at the moment. */
	tell(what: string): void;
}

/** Rows that are measured together. */
export interface Group {
	/** As `--only` takes it; the keys of its rows begin with it. */
	readonly name: string;
	/** The keys of its rows, so that it can be said what is missing when it fails. */
	readonly keys: readonly string[];
	/** @throws Error when a row cannot be measured */
	measure(scope: Scope): Promise<Row[]>;
}

/** Whether a figure is where it should be. Where there is nothing to measure there is nothing reached. */
export function reaches(value: number, goal: Goal): boolean {
	return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}
