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
	const names = types.map(({ id, meetingInfo }) => `"${meetingInfo?.name ?? id}"`).join(', ');
	const [from, until] = [window.from, window.until].map((time) =>
		time.setZone(zone).toFormat('yyyy-MM-dd HH:mm'),
	);
	const narrowed = [
		...narrowing(wished),
		...(hosts.length > 0 ? [`with the chosen hosts (${hosts.length})`] : []),
	];
	return failureOf('noSlotLeft', {
		message: `No slot is left for ${names} from ${from} to ${until} (${zone})`,
		detail: [
			...(narrowed.length > 0 ? [`Only these were wanted: ${narrowed.join(', ')}.`] : []),
			fateOf(tried),
		].join(' '),
	});
}

function fateOf(tried: number): string {
	if (tried === 0) return 'None was offered.';
	return tried === 1
		? 'One slot was tried, but was taken meanwhile.'
		: `${tried} slots were tried, but were taken meanwhile.`;
}
