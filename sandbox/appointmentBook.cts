import { AppointmentOrder, type SortKey } from './appointmentOrder.cts';
import { IdIndex } from './idIndex.cts';
import type { Appointment, Attendee } from './records/bookings.cts';
import type { Instant } from './records/instant.cts';

/** What an attendee is known by, in lower case: the mail, or the phone number where there is none. */
export function addressOf({ email, phone }: Attendee): string | undefined {
	return (email ?? phone)?.toLowerCase();
}

/** All appointments by id, with each host's own kept in order, and found by the addresses of attendees. */
export class AppointmentBook extends Map<string, Appointment> {
	private readonly hosts = new Map<string, Readonly<Record<SortKey, AppointmentOrder>>>();

	private readonly addresses = new IdIndex();

	override set(id: string, appointment: Appointment): this {
		this.unlist(id);
		for (const hostId of appointment.hostIds) {
			const orders = this.ordersOf(hostId);
			orders.start.add(appointment);
			orders.createdAt.add(appointment);
		}
		for (const address of addressesOf(appointment)) this.addresses.add(address, id);
		return super.set(id, appointment);
	}

	override delete(id: string): boolean {
		this.unlist(id);
		return super.delete(id);
	}

	override clear(): void {
		this.hosts.clear();
		this.addresses.clear();
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

	/** The appointments of all companies that somebody attends who is known by an address. */
	attendedAt(address: string): Appointment[] {
		return [...this.addresses.of(address)].flatMap((id) => this.get(id) ?? []);
	}

	/** The appointment of an attendee. Looks through all. */
	attendedBy(attendeeId: string): Appointment | undefined {
		for (const appointment of this.values()) {
			if (appointment.attendees.some(({ id }) => id === attendeeId)) return appointment;
		}
		return undefined;
	}

	private unlist(id: string): void {
		const known = this.get(id);
		if (!known) return;
		for (const hostId of known.hostIds) {
			const orders = this.ordersOf(hostId);
			orders.start.remove(known);
			orders.createdAt.remove(known);
		}
		for (const address of addressesOf(known)) this.addresses.remove(address, id);
	}

	private ordersOf(hostId: string): Readonly<Record<SortKey, AppointmentOrder>> {
		let orders = this.hosts.get(hostId);
		if (!orders) {
			orders = {
				start: new AppointmentOrder('start'),
				createdAt: new AppointmentOrder('createdAt'),
			};
			this.hosts.set(hostId, orders);
		}
		return orders;
	}
}

function addressesOf({ attendees }: Appointment): string[] {
	return attendees.flatMap((attendee) => addressOf(attendee) ?? []);
}
