import type { Clock } from '../types';
import type { Meter } from './meter';

/** Who waits in front of whom: a person or an agent waits for an answer, a workflow works in the background. */
export type Lane = 'urgent' | 'background';

/** One request before a limit. It keeps its place in the order when it is refused and comes back. */
export interface Turn {
	/**
	 * Waits for a place; false when the signal ended the wait.
	 * @param patienceMs the longest wait: who has waited so long tries without a place
	 */
	take(signal?: AbortSignal, patienceMs?: number): Promise<boolean>;
	/**
	 * Tells that the server refused what the last place was for.
	 * @param askedMs the wait the server asks for; 0 when it leaves that to us
	 */
	refused(askedMs: number): void;
	/** Tells that the server let it through. */
	accepted(): void;
}

interface Waiting {
	readonly arrival: number;
	/** When its patience ends. */
	readonly until: number;
	readonly signal?: AbortSignal;
	end(admitted: boolean): void;
}

/** Sleeps are short, because a cancellation, a refusal or somebody with more right changes the wait. */
const LONGEST_SLEEP_MS = 250;

/** Lets requests through as a meter has places: the urgent lane first, and in each lane first come, first served. */
export class Queue {
	private readonly lanes: Readonly<Record<Lane, Waiting[]>> = { urgent: [], background: [] };

	private arrivals = 0;

	private isServing = false;

	private readonly now: () => number;

	constructor(
		private readonly meter: Meter,
		private readonly clock: Clock,
	) {
		this.now = neverBack(clock);
	}

	arrive(lane: Lane): Turn {
		const arrival = (this.arrivals += 1);
		let sentAt = 0;
		return {
			take: async (signal, patienceMs = Infinity) => {
				const until = this.now() + patienceMs;
				const isAdmitted = await new Promise<boolean>((end) => {
					this.lineUp(this.lanes[lane], { arrival, until, signal, end });
					void this.serve();
				});
				sentAt = this.now();
				return isAdmitted;
			},
			refused: (askedMs) => this.meter.refused(sentAt, this.now(), askedMs),
			accepted: () => this.meter.accepted(sentAt, this.now()),
		};
	}

	private lineUp(lane: Waiting[], waiting: Waiting): void {
		const behind = lane.findIndex(({ arrival }) => arrival > waiting.arrival);
		lane.splice(behind < 0 ? lane.length : behind, 0, waiting);
	}

	private async serve(): Promise<void> {
		if (this.isServing) return;
		this.isServing = true;
		for (let next = this.next(); next !== undefined; next = this.next()) {
			const now = this.now();
			const waitMs = Math.min(this.meter.waitMs(now), next.until - now);
			if (waitMs > 0) {
				await this.clock.sleep(Math.min(waitMs, LONGEST_SLEEP_MS), next.signal);
			} else {
				this.meter.take(now);
				this.leave(next);
				next.end(true);
			}
		}
		this.isServing = false;
	}

	/** Who is next, once all that are cancelled have gone. */
	private next(): Waiting | undefined {
		const all = Object.values(this.lanes).flat();
		for (const waiting of all.filter(({ signal }) => signal?.aborted)) {
			this.leave(waiting);
			waiting.end(false);
		}
		const now = this.now();
		const impatient = all.find(({ until, signal }) => until <= now && !signal?.aborted);
		return impatient ?? this.lanes.urgent[0] ?? this.lanes.background[0];
	}

	private leave(waiting: Waiting): void {
		for (const lane of Object.values(this.lanes)) {
			const at = lane.indexOf(waiting);
			if (at >= 0) lane.splice(at, 1);
		}
	}
}

/** The time of a clock that stands still while the other one is set back, and goes on from there. */
function neverBack(clock: Clock): () => number {
	let offset = 0;
	let last = -Infinity;
	return () => {
		const now = clock.now() + offset;
		if (now < last) offset += last - now;
		last = Math.max(last, now);
		return last;
	};
}
