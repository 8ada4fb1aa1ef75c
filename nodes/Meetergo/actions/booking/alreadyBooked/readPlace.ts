import { appointments } from '../../../api/appointments';
import { provisionalBookings } from '../../../api/bookings';
import { writeInstant } from '../../../fields/instant';
import { ifReadable } from '../../../transport/ifReadable';
import type { ApiClient } from '../../../transport/types';
import { type Found, foundInAppointment, foundInPending, type Sought } from './found';
import type { Place } from './places';

/**
 * The bookings of a list that start in a window; `undefined` where the list may not be read, or does not show who is in
 * it. More than was asked for may come: filters of the server are help, never proof. Above all nothing is searched for by
 * mail address, as it is not documented whether `search` finds them.
 */
export async function readPlace(
	{ of, meetingTypeId, userId }: Place,
	{ from, until }: Sought['window'],
	api: ApiClient,
): Promise<readonly Found[] | undefined> {
	if (of === 'pending') {
		// Only admins may filter by meeting type, and few bookings wait at any time.
		const waiting = api.list(provisionalBookings, { userId, status: 'pending' });
		return await allIn(waiting, foundInPending, api);
	}
	const booked = api.list(appointments, {
		userId,
		meetingTypeId,
		start: writeInstant(from),
		// The API counts a start at the very end in.
		end: writeInstant(until.minus(1)),
		sortBy: 'appointment.start',
		sortDirection: 'ASC',
	});
	return await allIn(booked, foundInAppointment, api);
}

async function allIn<T>(
	records: AsyncIterable<T>,
	foundIn: (record: T) => readonly Found[] | undefined,
	api: ApiClient,
): Promise<readonly Found[] | undefined> {
	return await ifReadable(async () => {
		const all: Found[] = [];
		for await (const record of records) {
			const found = foundIn(record);
			if (found === undefined) return undefined;
			all.push(...found);
		}
		return all;
	}, api);
}
