import type { Appointment } from '../../api/appointments';
import { ifReadable } from '../../transport/ifReadable';
import { v4 } from '../../transport/path';
import type { ApiClient } from '../../transport/types';
import { type Change, changesOf, type Look } from './changes';
import type { Seen } from './seen';
import type { LookedAt } from './window';

/** One look at all bookings: gathers what has changed, and what to remember of each. */
export class Pass {
	readonly changes: Change[] = [];

	/** Bookings that were looked at. */
	private readonly read = new Set<string>();

	private readonly seen: Map<string, Seen>;

	constructor(
		before: ReadonlyMap<string, Seen>,
		private readonly at: Look,
		private readonly window: LookedAt,
	) {
		this.seen = new Map(before);
	}

	/** How many bookings were looked at. */
	get count(): number {
		return this.read.size;
	}

	add(booking: Appointment): void {
		const { id } = booking;
		if (this.read.has(id)) return;
		this.read.add(id);
		const { changes, seen } = changesOf(booking, this.seen.get(id), this.at);
		this.changes.push(...changes);
		if (seen !== undefined) this.seen.set(id, seen);
	}

	/**
	 * Asks one by one for those that should have been in the lists and were not: they were moved out of the window, given to
	 * another host, or deleted.
	 */
	async addMissing(api: ApiClient, timeUp: Promise<void>): Promise<void> {
		let isLate = false;
		void timeUp.then(() => (isLate = true));
		for (const [id, { start }] of [...this.seen]) {
			if (this.read.has(id) || !this.holds(start)) continue;
			if (isLate) return;
			const read = async () => await api.find<Appointment>(v4`/appointment/${id}`);
			const booking = await ifReadable(read, api);
			if (booking !== undefined) this.add(booking);
			const now = this.seen.get(id);
			// Wherever it is, it is in none of the lists any more.
			if (booking === undefined || now === undefined || this.holds(now.start)) this.seen.delete(id);
		}
	}

	/** What to remember: what has left the window behind is over. */
	remembered(): ReadonlyMap<string, Seen> {
		const from = this.window.from.toMillis();
		return new Map([...this.seen].filter(([, { start }]) => start >= from));
	}

	private holds(start: number): boolean {
		return start >= this.window.from.toMillis() && start < this.window.until.toMillis();
	}
}
