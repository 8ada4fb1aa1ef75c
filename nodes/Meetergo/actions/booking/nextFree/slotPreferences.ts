import { titled, WEEKDAYS } from '../../../fields/week';
import type { Slot } from '../../availability/slots';
import type { SlotPreferences } from '../createNextFree.fields';

/**
 * Whether a slot is on one of the wished days, and starts and ends within the wished hours of that day.
 * @param zone IANA zone whose calendar and clocks count
 */
export function isWished({ start, end }: Slot, wished: SlotPreferences, zone: string): boolean {
	const { weekdays, fromTime, untilTime } = wished;
	const from = start.setZone(zone);
	const until = (end ?? start).setZone(zone);
	const isOnDay = weekdays?.some((day) => WEEKDAYS.indexOf(day) === from.weekday - 1) ?? true;
	const isLateEnough = fromTime === undefined || from.toFormat('HH:mm') >= fromTime;
	const isOverInTime =
		untilTime === undefined || (until.hasSame(from, 'day') && until.toFormat('HH:mm') <= untilTime);
	return isOnDay && isLateEnough && isOverInTime;
}

/** The preferences that leave slots out, in words such as "only Monday or Friday". */
export function narrowing(wished: SlotPreferences): string[] {
	const { weekdays, fromTime, untilTime, noticeHours } = wished;
	return [
		...(weekdays ? [`only ${weekdays.map(titled).join(' or ')}`] : []),
		...(fromTime ? [`not before ${fromTime}`] : []),
		...(untilTime ? [`over by ${untilTime}`] : []),
		...(noticeHours ? [`not sooner than ${noticeHours} h from now`] : []),
	];
}
