import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { type ProvisionalBooking, provisionalBookings } from '../api/bookings';
import { fullNameOf } from '../api/people';
import { dropdownClient, matches, onePage, startOf } from './dropdown';

/** Bookings of the acting user that wait for a confirmation, a page at a time. */
export async function searchPendingBookings(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const api = await dropdownClient(this);
	const query = { status: 'pending' };
	const { records, next } = await onePage(api, provisionalBookings, query, paginationToken);
	const zone = this.getTimezone();
	// The API cannot search these, so only the page at hand is.
	const found = records
		.map((booking) => ({ name: nameOf(booking, zone), value: booking.id }))
		.filter(({ name }) => matches(filter, name));
	return { results: found, paginationToken: next };
}

function nameOf({ dto }: ProvisionalBooking, zone: string): string {
	const attendee = dto?.attendee;
	const who = fullNameOf(attendee) ?? attendee?.email ?? attendee?.phone ?? 'somebody';
	return dto?.start === undefined ? who : `${startOf(dto.start, zone)} ${who}`;
}
