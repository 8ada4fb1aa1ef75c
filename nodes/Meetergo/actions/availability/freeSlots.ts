import type { MeetingType } from '../../api/meetingTypes';
import type { BookingAvailability } from '../../api/slots';
import { type Instant, writeInstant } from '../../fields/instant';
import { failureOf } from '../../transport/failures';
import { v4 } from '../../transport/path';
import type { ApiClient } from '../../transport/types';
import { hostScope } from '../meetingType/hostScope';
import { switchedOn } from '../requests/switchedOn';
import { bookableSlots, type Slot } from './slots';

/** Which slots of a meeting type are asked for. */
export interface SlotWish {
	/** `from` counts, `until` does not. */
	readonly window: { readonly from: Instant; readonly until: Instant };
	/** IANA zone by whose days meetergo sorts the slots. */
	readonly timezone: string;
	/** Hosts instead of those of the meeting type. */
	readonly hostIds?: readonly string[];
	/** Minutes, where it is not the type's usual length. */
	readonly duration?: number;
	readonly channel?: string;
	readonly hostsNeeded?: string;
	readonly ignoreNotice?: boolean;
	/** A booking that is to be moved: its own time counts as free. */
	readonly movedBookingId?: string;
	/** The server answers from a cache that may not know the latest bookings. */
	readonly refreshCache?: boolean;
}

/** The times at which a meeting can be booked, in order of time. */
export async function freeSlots(
	type: MeetingType,
	wish: SlotWish,
	api: ApiClient,
): Promise<readonly Slot[]> {
	const answer = await api.get<BookingAvailability>(v4`/booking-availability`, {
		meetingTypeId: type.id,
		...hostScope(type, wish.hostIds, api),
		start: writeInstant(wish.window.from),
		end: writeInstant(wish.window.until),
		timezone: wish.timezone,
		meetingDuration: wish.duration,
		channel: wish.channel,
		calculationMethod: wish.hostsNeeded,
		existingAppointmentId: wish.movedBookingId,
		skipEarliestBookingCalculation: switchedOn(wish.ignoreNotice),
		refreshCache: switchedOn(wish.refreshCache),
	});
	if (!Array.isArray(answer.dates)) return api.fail(failureOf('unreadableAnswer'));
	return bookableSlots(answer, {
		...wish.window,
		spots: Math.max(1, type.spots ?? 1),
		duration: wish.duration ?? type.meetingInfo?.duration,
	});
}
