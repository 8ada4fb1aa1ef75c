import type { Appointment, Instant } from './records.cts';

export type SortKey = 'start' | 'createdAt';

/** The appointments of one host in the order of one of their times. */
class Order {
	private entries: Appointment[] = [];

	private sorted = true;

	constructor(private readonly key: SortKey) {}

	/** Only notes that the order is lost: seeding adds by the thousand, and sorting once is cheaper. */
	add(appointment: Appointment): void {
		const last = this.entries.at(-1);
		this.sorted &&= !last || this.before(last, appointment);
		this.entries.push(appointment);
	}

	remove(appointment: Appointment): void {
		const entries = this.all();
		let index = this.indexOf(appointment[this.key]);
		while (index < entries.length && entries[index] !== appointment) index += 1;
		entries.splice(index, 1);
	}

	/** All of them, or those from one instant to another, both included. */
	between(from: Instant | undefined, to: Instant | undefined): readonly Appointment[] {
		const entries = this.all();
		if (from === undefined && to === undefined) return entries;
		const first = from === undefined ? 0 : this.indexOf(from);
		const end = to === undefined ? entries.length : this.indexOf(`${to}\uffff`);
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

	/** Where the first entry at or after a time is. */
	private indexOf(time: Instant): number {
		const entries = this.all();
		let low = 0;
		let high = entries.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			const entry = entries[middle];
			if (entry && entry[this.key] < time) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}

/** All appointments by id, with each host's own kept in order. */
export class AppointmentBook extends Map<string, Appointment> {
	private readonly hosts = new Map<string, Readonly<Record<SortKey, Order>>>();

	override set(id: string, appointment: Appointment): this {
		this.unlist(id);
		for (const hostId of appointment.hostIds) {
			const orders = this.ordersOf(hostId);
			orders.start.add(appointment);
			orders.createdAt.add(appointment);
		}
		return super.set(id, appointment);
	}

	override delete(id: string): boolean {
		this.unlist(id);
		return super.delete(id);
	}

	override clear(): void {
		this.hosts.clear();
		super.clear();
	}

	/** A host's appointments that start within a range, both ends included, cancelled ones too. */
	of(hostId: string, from?: Instant, to?: Instant): readonly Appointment[] {
		return this.ordersOf(hostId).start.between(from, to);
	}

	/** All appointments of a host, in one of two orders. */
	sorted(hostId: string, key: SortKey): readonly Appointment[] {
		return this.ordersOf(hostId)[key].between(undefined, undefined);
	}

	private unlist(id: string): void {
		const known = this.get(id);
		for (const hostId of known?.hostIds ?? []) {
			const orders = this.ordersOf(hostId);
			if (known) {
				orders.start.remove(known);
				orders.createdAt.remove(known);
			}
		}
	}

	private ordersOf(hostId: string): Readonly<Record<SortKey, Order>> {
		let orders = this.hosts.get(hostId);
		if (!orders) {
			orders = { start: new Order('start'), createdAt: new Order('createdAt') };
			this.hosts.set(hostId, orders);
		}
		return orders;
	}
}
