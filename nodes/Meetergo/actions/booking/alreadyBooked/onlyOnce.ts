import type { CreateBookingResponse } from '../../../api/bookings';
import type { ApiClient, Once } from '../../../transport/types';
import { recordIn } from '../../requests/recordIn';
import { isSought, type Sought } from './found';
import { lookAfresh, newAmong, notCertain, type Sight } from './look';
import type { Offer } from './places';
import type { RunBookings } from './runBookings';

/** One booking that is asked for. */
export interface Wish {
	readonly offer: Offer;
	/** Of one meeting type, in a window that holds one start. */
	readonly sought: Sought;
	/** Whether one that is there already will not do. */
	readonly isAnother: boolean;
	/** What was there before the first try. */
	readonly before: Sight;
}

/**
 * How a booking whose answer is lost is recognised: as one of that attendee, type and start which was not there before.
 * Without a look before the first try there may have been one. But where one host has one seat at a time, whatever is there
 * keeps the seat: no other booking could have been made, and that one is all that was wished for.
 */
export function onlyOnce(
	{ offer, sought, isAnother, before }: Wish,
	run: RunBookings,
): Once<CreateBookingResponse> {
	const shared = {
		read: answered,
		howToCheck:
			'Look for it with Booking > Get Many, by the start and the name of the attendee, before you book again.',
	};
	// Whoever could not look before cannot tell old from new, nor look afterwards.
	if (before.lists === 'none') return { ...shared, proof: 'none' };
	const known = before.found.filter((found) => isSought(found, sought));
	return {
		...shared,
		proof: 'lookUp',
		// A phone number may be kept in another way than it was sent.
		complete: before.lists === 'all' && sought.attendee.email !== undefined,
		async find(api: ApiClient) {
			const found = await lookAfresh(offer, sought, (all) => newAmong(all, known, api), api);
			if (found && isAnother && run.mayYetMake(sought)) return api.fail(notCertain);
			return found?.answer;
		},
	};
}

/** An answer without an id does not tell whether the booking was made, nor whether it waits for somebody. */
function answered(answer: unknown): CreateBookingResponse | undefined {
	return (
		recordIn<CreateBookingResponse>(answer, 'appointmentId') ??
		recordIn<CreateBookingResponse>(answer, 'provisionalBookingId')
	);
}
