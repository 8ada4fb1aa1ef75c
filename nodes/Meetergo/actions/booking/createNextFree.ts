import type { ApiClient } from '../../transport/types';
import type { Told } from '../output/told';
import { perItem } from '../perItem';
import { MAY_BOOK_AGAIN } from './alreadyBooked/ifAlreadyBooked';
import { lookFirst } from './alreadyBooked/look';
import { RunBookings } from './alreadyBooked/runBookings';
import { type Booked, bookedColumns, moreOfBooked, tellBooked } from './booked';
import { bookFirstFree } from './nextFree/bookFirstFree';
import { fields, type NextFreeItem, options } from './nextFree/item';
import { typesInOrder } from './nextFree/typesInOrder';

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

/**
 * Books, unless the attendee is booked already and that will do. It always looks first: a second run would not meet the
 * booking of the first one, but take the slot after it.
 */
async function bookOrReturn(
	item: NextFreeItem,
	run: RunBookings,
	api: ApiClient,
): Promise<Told<Partial<Booked>>> {
	const { attendee, options: chosen, window, timezone: zone } = item;
	const types = await typesInOrder(item, api);
	const isAnother = chosen.ifAlreadyBooked === 'createAnother';
	const before = await lookFirst(
		types.map((type) => ({ type, hostIds: chosen.hostIds })),
		{
			attendee,
			meetingTypeIds: types.map(({ id }) => id),
			window: { from: window.opens, until: window.until },
		},
		run,
		api,
	);
	const [booked] = before.found;
	const type = types.find(({ id }) => id === booked?.meetingTypeId) ?? types[0];
	if (booked !== undefined && type !== undefined && !isAnother) {
		const telling = { type, attendee, timezone: zone, ...chosen };
		return await tellBooked(booked, { change: 'unchanged' }, telling, api);
	}
	if (before.lists !== 'all' && !isAnother) api.hint(MAY_BOOK_AGAIN);
	return await bookFirstFree(types, item, { isAnother, before }, run, api);
}
