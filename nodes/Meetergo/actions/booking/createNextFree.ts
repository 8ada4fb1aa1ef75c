import type { MeetingType } from '../../api/meetingTypes';
import { writeLocal } from '../../fields/instant';
import { timezone } from '../../fields/time';
import { addSentence } from '../../transport/failures';
import type { ApiClient } from '../../transport/types';
import { attempt } from '../requests/attempt';
import { freeSlots } from '../availability/freeSlots';
import { meetingTypeId } from '../meetingType/meetingType.fields';
import type { Arguments } from '../operation';
import { perItem } from '../perItem';
import { told, type Told } from '../output/told';
import { book, type Booked, bookedColumns, moreOfBooked, wishes } from './book';
import { createOptions, fewAdditionalFields } from './create.fields';
import { slotPreferences, windowAhead } from './createNextFree.fields';
import { noSlotLeft } from './nextFree/noSlotLeft';
import { typesInOrder } from './nextFree/typesInOrder';
import { type ChosenSlot, chooseSlot, SlotOffer } from './nextFree/slotOffer';
import { isWished } from './nextFree/slotPreferences';

const { attachInvitation, hostIds, sendReminders, skipNotifications } = createOptions;

const fields = {
	meetingTypeId,
	window: windowAhead,
	timezone,
	...wishes,
	additionalFields: fewAdditionalFields,
	slotPreferences,
};
const options = { attachInvitation, hostIds, sendReminders, skipNotifications };

type Item = Arguments<typeof fields, typeof options>;

/** Whoever loses so many slots to others has no luck, or is refused for another reason. */
const MOST_TRIES = 50;

/** The slots that meetergo keeps for the next question; what this run has tried to book may not show in them. */
interface Cache {
	isOutdated: boolean;
}

const freshCache = async (): Promise<Cache> => await Promise.resolve({ isOutdated: false });

export const createNextFree = perItem({
	option: {
		name: 'Create in Next Free Slot',
		value: 'createNextFree',
		description:
			'Book the first free slot; the invitation is mailed, and the data policy accepted for the attendee',
		action: 'Book the next free slot and mail the invitation with the data policy accepted',
	},
	actingUser: 'required',
	effect: 'change',
	fields,
	options,
	simplify: bookedColumns,
	more: moreOfBooked,
	async run(item, api): Promise<Told<Partial<Booked>>> {
		const { window, timezone: zone, slotPreferences: wished } = item;
		const hosts = item.options.hostIds ?? [];
		const types = await typesInOrder(item, api);
		const cache = await api.perRun('slot cache', freshCache);
		const offers = offersOf(types, item, cache, api);
		for (let tried = 0; ; tried += 1) {
			const chosen = await chooseSlot(offers, wished.chooseBy);
			if (chosen === undefined || tried === MOST_TRIES) {
				if (wished.whenNoneLeft === 'empty') return told(nothing(item), { slotsTried: tried });
				return api.fail(noSlotLeft({ types, window, zone, wished, hosts, tried }));
			}
			cache.isOutdated = true;
			const made = await bookUnlessTaken(chosen, item, api);
			if (made !== undefined) {
				const slotsTried = tried > 0 ? tried + 1 : undefined;
				return told(made.record, { ...made.facts, slotsTried }, made.files);
			}
			chosen.offer.refuse(chosen.slot);
			offers.forEach((offer) => offer.outdate());
		}
	},
});

/** Nothing is booked; a workflow still wants to know for whom. */
function nothing({ attendee: { name, email } }: Item): Partial<Booked> {
	return { attendeeName: name, attendeeEmail: email ?? null };
}

/** Each meeting type, with each of the hosts where hosts were chosen: they are asked one by one. */
function offersOf(
	types: readonly MeetingType[],
	{ window, timezone: zone, additionalFields, options: { hostIds }, slotPreferences: wished }: Item,
	cache: Readonly<Cache>,
	api: ApiClient,
): readonly SlotOffer[] {
	const { duration } = additionalFields;
	const hosts = [...new Set(hostIds)].map((id) => [id]);
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
	{ offer, slot }: ChosenSlot,
	item: Item,
	api: ApiClient,
): Promise<Told<Booked> | undefined> {
	const own = { ...item, options: { ...item.options, hostIds: offer.hostIds } };
	const booking = await attempt(async () => await book(offer.type, slot.start, own, api));
	if ('value' in booking) return booking.value;
	const { failure } = booking;
	if (!failure.mayHaveHappened) {
		return failure.code === 'slotOccupied' ? undefined : api.fail(failure);
	}
	const at = writeLocal(slot.start, item.timezone);
	return api.fail(addSentence(failure, `It was about ${at}.`));
}
