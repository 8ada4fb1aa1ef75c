import { failureOf } from '../../../transport/failures';
import type { ApiClient, Failure } from '../../../transport/types';
import { type Found, isPending, isSought, isUnnamed, keyOf, recordOf, type Sought } from './found';
import { type Offer, placesOf } from './places';
import { readPlace } from './readPlace';
import type { RunBookings } from './runBookings';

/** What was seen before anything was booked. */
export interface Sight {
	readonly found: readonly Found[];
	/** How many of the lists in which there could be more could be read. */
	readonly lists: 'all' | 'some' | 'none';
}

/** Whether bookings of a type may have to be confirmed; what words other than these switch it on is not published. */
export function mayWait({ type: { meetingOptions = {} } }: Offer): boolean {
	const { doubleOptIn, requireHostConfirmation } = meetingOptions;
	return [doubleOptIn, requireHostConfirmation].some(
		(option) => (option ?? 'disabled').toLowerCase() !== 'disabled',
	);
}

/** Looks before the first try. What may not be read does not stop the booking. */
export async function lookFirst(
	offers: readonly Offer[],
	sought: Sought,
	run: RunBookings,
	api: ApiClient,
): Promise<Sight> {
	const isRead: boolean[] = [];
	for (const offer of offers) {
		const { places, areAll } = await placesOf(offer, mayWait(offer), api);
		for (const place of places) isRead.push(await run.read(place, sought.window, api));
		if (!areAll) isRead.push(false);
	}
	const lists = isRead.every(Boolean) ? 'all' : isRead.some(Boolean) ? 'some' : 'none';
	return { found: run.known(sought), lists };
}

/**
 * Looks after a try, without trusting what was read before. Fails where it is not there and not every list may be read:
 * then nobody can tell.
 * @param pick which of the bookings that were found so far is the one, if any is
 */
export async function lookAfresh(
	offer: Offer,
	sought: Sought,
	pick: (found: readonly Found[]) => Found | undefined,
	api: ApiClient,
): Promise<Found | undefined> {
	const { places, areAll } = await placesOf(offer, true, api);
	const found: Found[] = [];
	let isWhole = areAll;
	for (const place of places) {
		const listed = await readPlace(place, sought.window, api);
		isWhole &&= listed !== undefined;
		found.push(...(listed ?? []).filter((one) => isSought(one, sought)));
		const one = pick(found);
		if (one !== undefined) return one;
	}
	return isWhole ? undefined : api.fail(notWhole);
}

const notWhole: Failure = failureOf('permissionDenied', {
	message: 'Not all bookings among which it could be may be read',
	advice: 'Only admins may read the bookings of other hosts; act as an admin.',
});

/**
 * The first booking that was not there before. A booking that waited may have become an appointment meanwhile; then the look
 * fails, as nobody can tell one from the other.
 */
export function newAmong(
	found: readonly Found[],
	before: readonly Found[],
	api: ApiClient,
): Found | undefined {
	const keys = new Set(before.map(keyOf));
	const ownSeats = before.filter(isUnnamed).map(recordOf);
	for (const one of found) {
		if (keys.has(keyOf(one))) continue;
		// Which seats are this run's own is not known, but how many.
		const own = ownSeats.indexOf(recordOf(one));
		if (own >= 0) {
			ownSeats.splice(own, 1);
			continue;
		}
		return !isPending(one) && before.some(isPending) ? api.fail(notCertain) : one;
	}
	return undefined;
}

/** A booking is there, but may be another one. */
export const notCertain: Failure = failureOf('conflict', {
	advice: 'A new booking looks like this one, but may have been made by another item.',
});
