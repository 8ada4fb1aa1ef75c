import type { IDataObject } from 'n8n-workflow';
import { writeLocal } from '../../fields/instant';
import { timeWindow, timezone } from '../../fields/time';
import { findMeetingType } from '../meetingType/findMeetingType';
import { meetingTypeId } from '../meetingType/meetingType.fields';
import { perItem } from '../perItem';
import { freeSlots } from './freeSlots';
import { slotOptions, slotsAs } from './getSlots.fields';
import type { Slot } from './slots';
import { slotText } from './slotText';

const PAST = 'The window lies in the past, so no slot is free.';

export const getSlots = perItem({
	option: {
		name: 'Get Slots',
		value: 'getSlots',
		description: 'Find the times at which a meeting can be booked',
		action: 'Find bookable slots',
	},
	actingUser: 'required',
	effect: 'read',
	fields: { meetingTypeId, window: timeWindow, timezone, slotsAs },
	options: slotOptions,
	async run(item, api): Promise<IDataObject | readonly IDataObject[]> {
		const { window, timezone: zone, options } = item;
		const type = await findMeetingType(item.meetingTypeId, api);
		const all = await freeSlots(type, { window, timezone: zone, ...options }, api);
		if (all.length === 0 && window.until.toMillis() <= Date.now()) api.hint(PAST);
		const free = fewer(all, options, zone);
		const slots = free.map(({ start, end, spotsLeft }) => ({
			start: writeLocal(start, zone),
			end: end === undefined ? null : writeLocal(end, zone),
			timezone: zone,
			spotsLeft,
			meetingTypeId: type.id,
		}));
		if (item.slotsAs === 'items') return slots;
		const list = { slots, count: slots.length, timezone: zone };
		if (item.slotsAs === 'list') return list;
		const starts = free.map(({ start }) => start);
		return {
			text: slotText(starts, { language: options.language ?? 'en', zone, window }),
			...list,
		};
	},
	gives: {
		start: 'When the slot starts, in Time Zone',
		end: 'When it ends, in Time Zone; `null` where the meeting type does not tell its length',
		timezone: 'Zone of the times, by IANA name',
		spotsLeft: 'Free seats; 1 unless the meeting type is for groups',
		meetingTypeId: 'ID of the meeting type',
		text: 'With One Item with a Text: the slots for people, a line a day',
		slots: 'With One Item with a List or a Text: the slots, which have the fields above',
		count: 'With One Item with a List or a Text: how many slots are returned',
	},
});

/** The first slots of each day, and the first of all. */
function fewer(
	slots: readonly Slot[],
	{ atMost, atMostPerDay }: { readonly atMost?: number; readonly atMostPerDay?: number },
	zone: string,
): readonly Slot[] {
	const perDay = new Map<number, number>();
	const chosen = slots.filter(({ start }) => {
		const day = start.setZone(zone).startOf('day').toMillis();
		const count = (perDay.get(day) ?? 0) + 1;
		perDay.set(day, count);
		return atMostPerDay === undefined || count <= atMostPerDay;
	});
	return chosen.slice(0, atMost);
}
