import type { MeetingType } from '../../../api/meetingTypes';
import { writeLocal } from '../../../fields/instant';
import { addSentence } from '../../../transport/failures';
import type { ApiClient } from '../../../transport/types';
import { freeSlots } from '../../availability/freeSlots';
import { told, type Told } from '../../output/told';
import { attempt } from '../../requests/attempt';
import type { Wish } from '../alreadyBooked/onlyOnce';
import type { RunBookings } from '../alreadyBooked/runBookings';
import { book, windowAt } from '../book';
import type { Booked } from '../booked';
import type { NextFreeItem } from './item';
import { noSlotLeft } from './noSlotLeft';
import { type ChosenSlot, chooseSlot, SlotOffer } from './slotOffer';
import { isWished } from './slotPreferences';

/** Whoever loses so many slots to others has no luck, or is refused for another reason. */
const MOST_TRIES = 50;

/** The slots that meetergo keeps for the next question; what this run has tried to book may not show in them. */
interface Cache {
	isOutdated: boolean;
}

const freshCache = async (): Promise<Cache> => await Promise.resolve({ isOutdated: false });

type Looked = Pick<Wish, 'isAnother' | 'before'>;

/** Books the first free slot of these types; where somebody else is faster, the next one. */
export async function bookFirstFree(
	types: readonly MeetingType[],
	item: NextFreeItem,
	looked: Looked,
	run: RunBookings,
	api: ApiClient,
): Promise<Told<Partial<Booked>>> {
	const { window, timezone: zone, slotPreferences: wished } = item;
	const hosts = item.options.hostIds ?? [];
	const cache = await api.perRun('slot cache', freshCache);
	const offers = offersOf(types, item, cache, api);
	for (let tried = 0; ; tried += 1) {
		const chosen = await chooseSlot(offers, wished.chooseBy);
		if (chosen === undefined || tried === MOST_TRIES) {
			if (wished.whenNoneLeft === 'empty') return told(nothing(item), { slotsTried: tried });
			return api.fail(noSlotLeft({ types, window, zone, wished, hosts, tried }));
		}
		cache.isOutdated = true;
		const made = await bookUnlessTaken(chosen, item, looked, run, api);
		if (made !== undefined) {
			const slotsTried = tried > 0 ? tried + 1 : undefined;
			return told(made.record, { ...made.facts, slotsTried }, made.files);
		}
		chosen.offer.refuse(chosen.slot);
		offers.forEach((offer) => offer.outdate());
	}
}

/** Nothing is booked; a workflow still wants to know for whom. */
function nothing({ attendee: { name, email } }: NextFreeItem): Partial<Booked> {
	return { attendeeName: name, attendeeEmail: email ?? null };
}

/** Each meeting type, with each of the hosts where hosts were chosen: they are asked one by one. */
function offersOf(
	types: readonly MeetingType[],
	item: NextFreeItem,
	cache: Readonly<Cache>,
	api: ApiClient,
): readonly SlotOffer[] {
	const { window, timezone: zone, slotPreferences: wished } = item;
	const { duration } = item.additionalFields;
	const hosts = [...new Set(item.options.hostIds)].map((id) => [id]);
	return types.flatMap((type) =>
		(hosts.length > 0 ? hosts : [undefined]).map(
			(host) =>
				new SlotOffer(type, host, async () => {
					const { isOutdated: refreshCache } = cache;
					const wish = { window, timezone: zone, hostIds: host, duration, refreshCache };
					const slots = await freeSlots(type, wish, api);
					return slots.filter((slot) => isWished(slot, wished, zone));
				}),
		),
	);
}

/** Books a slot; `undefined` where somebody was faster. */
async function bookUnlessTaken(
	{ offer, slot: { start } }: ChosenSlot,
	item: NextFreeItem,
	looked: Looked,
	run: RunBookings,
	api: ApiClient,
): Promise<Told<Booked> | undefined> {
	const { attendee, timezone: zone } = item;
	const sought = { attendee, meetingTypeIds: [offer.type.id], window: windowAt(start) };
	const wish = { ...looked, offer, sought };
	const booking = await attempt(async () => await book(wish, item, run, api));
	if ('value' in booking) return booking.value;
	const { failure } = booking;
	if (!failure.mayHaveHappened) {
		return failure.code === 'slotOccupied' ? undefined : api.fail(failure);
	}
	return api.fail(addSentence(failure, `It was about ${writeLocal(start, zone)}.`));
}
