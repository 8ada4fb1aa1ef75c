import type { Clock } from './clock.cts';
import type { State } from './state.cts';

/** What every route works with. */
export interface World {
	readonly state: State;
	readonly clock: Clock;
}
