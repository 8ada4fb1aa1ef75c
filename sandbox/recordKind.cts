import type { State } from './state.cts';

/** Records that only one file of routes knows, so that it holds them itself: what several files know is part of `State`. */
export class RecordKind<T> {
	private readonly byState = new WeakMap<State, Map<string, T>>();

	/** The records of this kind that a sandbox has, by id. The map is live, and empty again after a reset. */
	in(state: State): Map<string, T> {
		const records = this.byState.get(state) ?? state.clearWith(new Map<string, T>());
		this.byState.set(state, records);
		return records;
	}
}
