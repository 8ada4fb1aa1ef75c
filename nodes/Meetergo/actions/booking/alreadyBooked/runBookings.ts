import type { ApiClient } from '../../../transport/types';
import type { Attendee } from '../attendee.fields';
import { attempt } from '../../requests/attempt';
import { inTurn } from '../../requests/inTurn';
import {
	type Found,
	isOf,
	isSameAttendee,
	isSought,
	isUnnamed,
	keyOf,
	recordOf,
	type Sought,
} from './found';
import type { Place } from './places';
import { readPlace } from './readPlace';

/** A list, read from one time to another, in milliseconds. */
interface Reading {
	readonly place: string;
	readonly from: number;
	readonly until: number;
	/** Whether it could be read. */
	readonly done: Promise<boolean>;
}

/** The bookings that this run has seen or made, for one acting user. */
export class RunBookings {
	private readonly byKey = new Map<string, Found>();

	/** What this run made, by its record: until a list shows it, nobody knows which attendee it is. */
	private readonly unnamed = new Map<string, readonly Found[]>();

	private readings: Reading[] = [];

	/** Lists that may not be read. */
	private readonly closed = new Set<string>();

	/** Bookings that were asked for and may yet be made. */
	private readonly inDoubt: Sought[] = [];

	/** One booking of an attendee at a time: the next item is to find what this one makes. */
	static async inTurn<T>(
		{ email, phone = '' }: Attendee,
		api: ApiClient,
		action: (run: RunBookings) => Promise<T>,
	): Promise<T> {
		const run = await api.perRun('bookings', () => Promise.resolve(new RunBookings()));
		const who = email?.toLowerCase() ?? phone.replace(/\D/g, '');
		return await inTurn(`bookings of ${who}`, api, async () => await action(run));
	}

	/** What is known of what is looked for, the earliest first. */
	known(sought: Sought): readonly Found[] {
		return [...this.byKey.values(), ...[...this.unnamed.values()].flat()]
			.filter((found) => isSought(found, sought))
			.sort((one, other) => one.start.toMillis() - other.start.toMillis());
	}

	/**
	 * Reads what a list holds in a window, unless this run has done so; `false` where it may not be read.
	 *
	 * The window is widened to whole days in UTC. Asking for each item would cost as many requests as there are items, for each
	 * host; so widened, all items of a day or of a window share one, as long as a host has no more than a hundred bookings of a
	 * type in it. No item costs more than it would if it asked by itself, as one page is the least there is to read.
	 */
	async read(place: Place, { from, until }: Sought['window'], api: ApiClient): Promise<boolean> {
		const name = `${place.of} ${place.meetingTypeId} ${place.userId}`;
		if (this.closed.has(name)) return false;
		const days = { from: from.toUTC().startOf('day'), until: until.toUTC().endOf('day').plus(1) };
		// The list of what waits knows no window.
		const isWhole = place.of === 'pending';
		const [first, last] = isWhole ? [0, 0] : [days.from.toMillis(), days.until.toMillis()];
		const same = this.readings.find(
			(one) => one.place === name && one.from <= first && last <= one.until,
		);
		if (same !== undefined) return await same.done;

		const taking = async () => {
			const found = await readPlace(place, days, api);
			if (found === undefined) this.closed.add(name);
			found?.forEach((one) => this.add(one));
			return found !== undefined;
		};
		const reading = { place: name, from: first, until: last, done: taking() };
		this.readings.push(reading);
		const outcome = await attempt(async () => await reading.done);
		if ('value' in outcome) return outcome.value;
		this.readings = this.readings.filter((one) => one !== reading);
		return api.fail(outcome.failure);
	}

	/** Makes a booking and remembers it, or fails as that does. */
	async making<T>(
		sought: Sought,
		make: () => Promise<T>,
		madeOf: (made: T) => Found,
		api: ApiClient,
	): Promise<T> {
		const made = await attempt(make);
		if ('value' in made) {
			this.add(madeOf(made.value));
			return made.value;
		}
		if (made.failure.mayHaveHappened) {
			this.inDoubt.push(sought);
			// The next look has to see whether it was made.
			this.readings = [];
		}
		return api.fail(made.failure);
	}

	/** Whether an earlier item of this run may yet make what another one asks for. */
	mayYetMake({ attendee, window: { from }, meetingTypeIds: [type] }: Sought): boolean {
		return this.inDoubt.some(
			(other) =>
				isOf(other.attendee, attendee) &&
				other.window.from.toMillis() === from.toMillis() &&
				other.meetingTypeIds[0] === type,
		);
	}

	/** A seat that a list shows for the first time may be one that this run made. */
	private add(found: Found): void {
		const record = recordOf(found);
		const made = this.unnamed.get(record) ?? [];
		if (isUnnamed(found)) {
			this.unnamed.set(record, [...made, found]);
			return;
		}
		if (!this.byKey.has(keyOf(found))) {
			const itself = made.find((other) => isSameAttendee(other, found));
			this.unnamed.set(
				record,
				made.filter((other) => other !== itself),
			);
		}
		this.byKey.set(keyOf(found), found);
	}
}
