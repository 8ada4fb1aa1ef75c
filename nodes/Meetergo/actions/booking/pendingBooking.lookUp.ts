import { provisionalBookings } from '../../api/bookings';
import { failureOf } from '../../transport/failures';
import type { ApiClient } from '../../transport/types';

/**
 * Whether a booking that was pending has become something else. The list of the acting user comes first; that of the whole
 * company answers to admins only. Fails where no list shows it, because then nobody can tell.
 */
export async function hasBecome(
	status: 'confirmed' | 'declined_by_host',
	id: string,
	api: ApiClient,
): Promise<boolean> {
	for (const scope of [{}, { all: true }]) {
		// Few bookings wait, but all that ever were confirmed are listed.
		for (const one of ['pending', status]) {
			for await (const booking of api.list(provisionalBookings, { ...scope, status: one })) {
				if (String(booking.id) === id) return one === status;
			}
		}
	}
	return api.fail(failureOf('notFound'));
}
