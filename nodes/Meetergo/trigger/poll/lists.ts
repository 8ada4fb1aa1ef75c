import type { IDataObject } from 'n8n-workflow';
import { listsOf } from '../../actions/booking/listsOf';
import { type Appointment, appointments } from '../../api/appointments';
import { type Instant, writeInstant } from '../../fields/instant';
import type { Hosts } from '../../fields/people';
import type { ApiClient } from '../../transport/types';
import { gathered } from '../gathered';
import type { Cut } from './state';

interface Wish {
	readonly hosts: Hosts;
	/** Bookings that start in between are read. */
	readonly from: Instant;
	readonly until: Instant;
	/** What else the bookings have to be like, as the API is asked for it. */
	readonly query: IDataObject;
	/** Where the last poll was broken off. */
	readonly cut?: Cut;
	/** Resolves when the time of this poll is up. */
	readonly timeUp: Promise<void>;
}

/**
 * Reads lists of bookings, each from its earliest start, until time is up.
 * @param onBooking gets each booking; one with several hosts is in the list of each
 * @returns where it was broken off, or nothing if all was read
 */
export async function readLists(
	api: ApiClient,
	wish: Wish,
	onBooking: (booking: Appointment) => void,
): Promise<Cut | undefined> {
	const { hosts, from, until, query, timeUp } = wish;
	const isLate = timeUp.then(() => 'late' as const);
	const lists = await Promise.race([gathered(listsOf(hosts, api)), isLate]);
	if (lists === 'late') return wish.cut ?? { host: '', from: writeInstant(from) };

	// Those before it were read before the last poll was broken off. A host may be gone, or asked for no longer.
	const first = lists.findIndex((userId = '') => userId === wish.cut?.host);
	const cut = first < 0 ? undefined : wish.cut;
	for (const userId of lists.slice(Math.max(first, 0))) {
		const host = userId ?? '';
		let reached = host === cut?.host ? cut.from : writeInstant(from);
		const asked = { ...query, ...byStart, start: reached, end: writeInstant(until), userId };
		const list = api.list(appointments, asked)[Symbol.asyncIterator]();
		for (;;) {
			const step = await Promise.race([list.next(), isLate]);
			if (step === 'late') return { host, from: reached };
			if (step.done) break;
			reached = step.value.start;
			onBooking(step.value);
		}
	}
	return undefined;
}

const byStart = { sortBy: 'appointment.start', sortDirection: 'ASC' };
