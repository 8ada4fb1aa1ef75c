import type { IDataObject } from 'n8n-workflow';
import { choice, toggle, wholeNumber } from '../../fields/basic';
import { writeLocal } from '../../fields/instant';
import { language } from '../../fields/language';
import { optionalId } from '../../fields/locator';
import { hostIds } from '../../fields/people';
import { timeWindow, timezone } from '../../fields/time';
import { channel } from '../meetingType/channels';
import { duration } from '../meetingType/duration';
import { findMeetingType } from '../meetingType/findMeetingType';
import { meetingTypeId } from '../meetingType/meetingType.fields';
import { perItem } from '../perItem';
import { freeSlots } from './freeSlots';
import { slotText } from './slotText';

const slotsAs = choice({
	displayName: 'Return Slots As',
	name: 'slotsAs',
	description: 'The shape of the output',
	options: [
		{ name: 'One Item per Slot', value: 'items' },
		{ name: 'One Item with a List', value: 'list' },
		{
			name: 'One Item with a Text',
			value: 'text',
			description: 'A line a day for a mail or a chat, such as "Tue 3 March: 09:00, 14:30"',
		},
	],
	default: 'items',
});

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
	options: {
		atMost: wholeNumber({
			displayName: 'At Most',
			name: 'atMost',
			description: 'How many slots to return, the earliest ones. Not added means all.',
			min: 1,
			default: 3,
		}),
		channel,
		duration,
		hostIds,
		hostsNeeded: choice({
			displayName: 'Hosts Needed',
			name: 'hostsNeeded',
			description: 'How many of the hosts must be free, where there are several',
			options: [
				{ name: 'All Hosts', value: 'everyone' },
				{ name: 'Any Host', value: 'anyone' },
			],
			default: 'anyone',
		}),
		ignoreNotice: toggle({
			displayName: 'Ignore Minimum Notice',
			name: 'ignoreNotice',
			description:
				'Whether to offer times nearer than allowed; to book them, switch on Ignore Availability',
		}),
		language: language({
			displayName: 'Language',
			name: 'language',
			description: 'Language of the text',
		}),
		movedBookingId: optionalId({
			displayName: 'Booking to Move (ID)',
			name: 'movedBookingId',
			noun: 'booking',
			description: 'A booking that is to be moved: its own time counts as free',
		}),
		refreshCache: toggle({
			displayName: 'Refresh Cache',
			name: 'refreshCache',
			description: 'Whether meetergo computes the slots anew; slower, but sees the latest bookings',
		}),
	},
	async run(item, api): Promise<IDataObject | readonly IDataObject[]> {
		const { window, timezone: zone, options } = item;
		const type = await findMeetingType(item.meetingTypeId, api);
		const all = await freeSlots(type, { window, timezone: zone, ...options }, api);
		if (all.length === 0 && window.until.toMillis() <= Date.now()) api.hint(PAST);
		const free = all.slice(0, options.atMost);
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
