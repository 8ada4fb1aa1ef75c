import { start, timezone } from '../../fields/time';
import type { ApiClient } from '../../transport/types';
import { findMeetingType } from '../meetingType/findMeetingType';
import { scopeOf } from '../meetingType/hostScope';
import { meetingTypeId } from '../meetingType/meetingType.fields';
import type { Arguments } from '../operation';
import type { Told } from '../output/told';
import { perItem } from '../perItem';
import { attempt } from '../requests/attempt';
import type { Found } from './alreadyBooked/found';
import { MAY_BOOK_AGAIN } from './alreadyBooked/ifAlreadyBooked';
import { lookAfresh, lookFirst, mayWait, type Sight } from './alreadyBooked/look';
import type { Offer } from './alreadyBooked/places';
import { RunBookings } from './alreadyBooked/runBookings';
import { book, windowAt, wishes } from './book';
import { type Booked, bookedColumns, moreOfBooked, tellBooked } from './booked';
import { createOptions } from './create.fields';

const fields = { meetingTypeId, start, timezone, ...wishes };

type Item = Arguments<typeof fields, typeof createOptions>;

export const create = perItem({
	option: {
		name: 'Create',
		value: 'create',
		description:
			'Book a time that Get Slots offers; the invitation is mailed, and the data policy accepted for the attendee',
		action: 'Book a meeting and mail the invitation with the data policy accepted',
	},
	actingUser: 'required',
	effect: 'change',
	fields,
	options: createOptions,
	async run(item, api) {
		return await RunBookings.inTurn(
			item.attendee,
			api,
			async (run) => await bookOrReturn(item, run, api),
		);
	},
	simplify: bookedColumns,
	more: moreOfBooked,
});

/** Books, unless the attendee is booked already and that will do. */
async function bookOrReturn(item: Item, run: RunBookings, api: ApiClient): Promise<Told<Booked>> {
	const { attendee, options, timezone: zone } = item;
	const type = await findMeetingType(item.meetingTypeId, api);
	const offer = { type, hostIds: options.hostIds };
	const sought = { attendee, meetingTypeIds: [type.id], window: windowAt(item.start) };
	const isAnother = options.ifAlreadyBooked === 'createAnother';
	const existing = async (found: Found) => {
		const telling = { type, attendee, timezone: zone, ...options };
		return await tellBooked(found, { change: 'unchanged' }, telling, api);
	};

	const before: Sight =
		isAnother || hasRoom(offer, options.ignoreAvailability)
			? await lookFirst([offer], sought, run, api)
			: { found: run.known(sought), lists: 'all' };
	const [booked] = before.found;
	if (booked !== undefined && !isAnother) return await existing(booked);
	if (before.lists !== 'all' && !isAnother) api.hint(MAY_BOOK_AGAIN);

	const wish = { offer, sought, isAnother, before };
	const making = await attempt(async () => await book(wish, item, run, api));
	if ('value' in making) return making.value;
	const { failure } = making;
	if (failure.code !== 'slotOccupied' || isAnother) return api.fail(failure);
	// The attendee may be whom it is taken by; where that cannot be seen, it counts as taken.
	const first = ([one]: readonly Found[]) => one;
	const looking = await attempt(async () => await lookAfresh(offer, sought, first, api));
	const occupant = 'value' in looking ? looking.value : undefined;
	return occupant === undefined ? api.fail(failure) : await existing(occupant);
}

/**
 * Whether meetergo might take a second booking of the same attendee at the same time. It refuses it where one host has one
 * seat, so that a look before the first try would cost a request and prove nothing.
 */
function hasRoom(offer: Offer, ignoreAvailability: boolean | undefined): boolean {
	const { type, hostIds } = offer;
	const scope = scopeOf(type, hostIds);
	const isOneHost = scope !== undefined && 'hostIds' in scope && new Set(scope.hostIds).size === 1;
	return !isOneHost || (type.spots ?? 1) > 1 || ignoreAvailability === true || mayWait(offer);
}
