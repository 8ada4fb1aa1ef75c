import type { Appointment } from './records/bookings.cts';
import type { Instant } from './records/instant.cts';

export type SortKey = 'start' | 'createdAt';

/** Appointments in the order of one of their times; those of the same time by id. */
export class AppointmentOrder {
	private readonly entries: Appointment[] = [];

	/** Nothing is sorted until somebody asks: seeding adds by the thousand. */
	private sorted = false;

	constructor(private readonly key: SortKey) {}

	add(appointment: Appointment): void {
		if (this.sorted) this.entries.splice(this.placeOf(appointment), 0, appointment);
		else this.entries.push(appointment);
	}

	/** It has to be in here. */
	remove(appointment: Appointment): void {
		this.all().splice(this.placeOf(appointment), 1);
	}

	/** All of them, or those from one instant to another, both included. */
	between(from: Instant | undefined, to: Instant | undefined): readonly Appointment[] {
		const entries = this.all();
		if (from === undefined && to === undefined) return entries;
		const first = from === undefined ? 0 : this.count((entry) => entry[this.key] < from);
		const end = to === undefined ? entries.length : this.count((entry) => entry[this.key] <= to);
		return entries.slice(first, end);
	}

	private all(): Appointment[] {
		if (!this.sorted) {
			this.entries.sort((a, b) => (this.before(a, b) ? -1 : 1));
			this.sorted = true;
		}
		return this.entries;
	}

	private before(a: Appointment, b: Appointment): boolean {
		const [left, right] = [a[this.key], b[this.key]];
		return left === right ? a.id < b.id : left < right;
	}

	private placeOf(appointment: Appointment): number {
		return this.count((entry) => this.before(entry, appointment));
	}

	/** How many entries, from the first on, are told to come early. */
	private count(isEarly: (entry: Appointment) => boolean): number {
		let low = 0;
		let high = this.entries.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			const entry = this.entries[middle];
			if (entry && isEarly(entry)) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
