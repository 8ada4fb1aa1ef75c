import type { Clock } from './clock.cts';
import type { State } from './state.cts';
import type { Happening } from './webhooks/happening.cts';

/** What every route works with. */
export interface World {
	readonly state: State;
	readonly clock: Clock;
	/** Tells webhooks of something, once it is in the state. */
	readonly announce: (happening: Happening) => void;
}
