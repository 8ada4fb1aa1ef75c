import type { MeetingType } from '../../../api/meetingTypes';
import type { Instant } from '../../../fields/instant';
import { failureOf } from '../../../transport/failures';
import type { Failure } from '../../../transport/types';
import type { SlotPreferences } from '../createNextFree.fields';
import { narrowing } from './slotPreferences';

/** What was looked for in vain. */
export interface Search {
	/** In the order in which they were asked. */
	readonly types: readonly MeetingType[];
	readonly window: { readonly from: Instant; readonly until: Instant };
	/** IANA zone in which the window is told. */
	readonly zone: string;
	readonly wished: SlotPreferences;
	/** The chosen ones. */
	readonly hosts: readonly string[];
	/** How many slots were free when they were asked for, and taken when they were to be booked. */
	readonly tried: number;
}

/** Tells a person what was looked for, and what stood in the way. */
export function noSlotLeft(search: Search): Failure {
	const { types, window, zone, wished, hosts, tried } = search;
	const names = types.map(nameOf).join(', ');
	// A window ends before its last moment, so a whole day is told as its own last minute.
	const [from, until] = [window.from, window.until.minus(1)].map((time) =>
		time.setZone(zone).toFormat('yyyy-MM-dd HH:mm'),
	);
	const wishes = [
		...narrowing(wished),
		...(hosts.length > 0 ? [`${hosts.length} chosen host${hosts.length > 1 ? 's' : ''}`] : []),
	];
	const off = types.filter(({ enabled }) => enabled === false).map(nameOf);
	return failureOf('noSlotLeft', {
		message: `No slot is left for ${names} from ${from} to ${until} (${zone})`,
		detail: [
			...(wishes.length > 0 ? [`Asked for: ${wishes.join('; ')}.`] : []),
			...(off.length > 0 ? [`Switched off, and not to be booked: ${off.join(', ')}.`] : []),
			fateOf(tried),
		].join(' '),
	});
}

function nameOf({ id, meetingInfo }: MeetingType): string {
	return `"${meetingInfo?.name ?? id}"`;
}

function fateOf(tried: number): string {
	if (tried === 0) return 'None was offered.';
	return tried === 1
		? 'One slot was tried, but was taken meanwhile.'
		: `${tried} slots were tried, but were taken meanwhile.`;
}
