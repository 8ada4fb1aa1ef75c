import { DateTime } from 'luxon';
import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { type Appointment, appointments, isCancelled } from '../api/appointments';
import { fullNameOf } from '../api/people';
import { writeInstant } from '../fields/instant';
import { dropdownClient, onePage, startOf } from './dropdown';

function entry(booking: Appointment, zone: string) {
	const attendee = booking.attendees?.[0];
	const who = fullNameOf(attendee) ?? attendee?.email ?? 'nobody';
	const off = isCancelled(booking) ? ', cancelled' : '';
	const what = booking.meetingInfo?.name ?? 'Meeting';
	return {
		name: `${startOf(booking.start, zone)} ${what} with ${who}${off}`,
		value: booking.id,
	};
}

/** Bookings, a page at a time: what is to come, or what meetergo finds for the search text. */
export async function searchBookings(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const api = await dropdownClient(this);
	const which = filter
		? { search: filter }
		: { start: writeInstant(DateTime.now().startOf('hour')) };
	const query = { ...which, sortBy: 'appointment.start', sortDirection: 'ASC' };
	const { records, next } = await onePage(api, appointments, query, paginationToken);
	const zone = this.getTimezone();
	return { results: records.map((booking) => entry(booking, zone)), paginationToken: next };
}
