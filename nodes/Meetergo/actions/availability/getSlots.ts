import type { IDataObject } from 'n8n-workflow';
import type { BookingAvailability } from '../../api/records';
import { choice, toggle } from '../../fields/basic';
import { writeInstant } from '../../fields/instant';
import { optionalId } from '../../fields/locator';
import { hostIds } from '../../fields/people';
import { timeWindow, timezone } from '../../fields/time';
import { failureOf } from '../../transport/failures';
import { v4 } from '../../transport/path';
import { channel } from '../meetingType/channels';
import { duration } from '../meetingType/duration';
import { findMeetingType } from '../meetingType/findMeetingType';
import { hostScope } from '../meetingType/hostScope';
import { meetingTypeId } from '../meetingType/meetingType.fields';
import { perItem } from '../perItem';
import { switchedOn } from '../switchedOn';
import { bookableSlots } from './slots';

const slotsAs = choice({
	displayName: 'Return Slots As',
	name: 'slotsAs',
	description: 'The shape of the output',
	options: [
		{ name: 'One Item per Slot', value: 'items' },
		{ name: 'One Item with a List', value: 'list' },
	],
	default: 'items',
});

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
		const { window, options } = item;
		const type = await findMeetingType(item.meetingTypeId, api);
		const answer = await api.get<BookingAvailability>(v4`/booking-availability`, {
			meetingTypeId: type.id,
			...hostScope(type, options.hostIds, api),
			start: writeInstant(window.from),
			end: writeInstant(window.until),
			timezone: item.timezone,
			meetingDuration: options.duration,
			channel: options.channel,
			calculationMethod: options.hostsNeeded,
			existingAppointmentId: options.movedBookingId,
			skipEarliestBookingCalculation: switchedOn(options.ignoreNotice),
			refreshCache: switchedOn(options.refreshCache),
		});
		if (!Array.isArray(answer.dates)) return api.fail(failureOf('unreadableAnswer'));
		const slots = bookableSlots(answer, {
			...window,
			timezone: item.timezone,
			meetingTypeId: type.id,
			spots: Math.max(1, type.spots ?? 1),
			duration: options.duration ?? type.meetingInfo?.duration,
		});
		return item.slotsAs === 'items'
			? slots
			: { slots, count: slots.length, timezone: item.timezone };
	},
});
