import { choice, deliberate, wholeNumber } from '../../fields/basic';
import { type Added, collection } from '../../fields/collection';
import type { Field } from '../../fields/field';
import type { Instant } from '../../fields/instant';
import { choices, filled } from '../../fields/lists';
import { severalIds } from '../../fields/severalIds';
import { timeWindow } from '../../fields/time';
import { optionalTimeOfDay } from '../../fields/timeOfDay';
import { asWeekday, weekdayChoices } from '../../fields/week';

const HOUR_MS = 3_600_000;

/** What errors call the field whose meeting types are looked up. */
export const OTHER_TYPES = 'Other Meeting Type Names or IDs';

const fields = {
	chooseBy: choice({
		displayName: 'Choose By',
		name: 'chooseBy',
		description:
			'With several types or hosts: the earliest slot, or the first of them that has any',
		options: [
			{ name: 'Earliest Slot', value: 'earliest' },
			{ name: 'Order', value: 'order' },
		],
		default: 'order',
	}),
	fromTime: deliberate(
		optionalTimeOfDay({
			displayName: 'From Time',
			name: 'fromTime',
			description: 'Earliest start, in Time Zone',
			placeholder: 'e.g. 09:00',
		}),
	),
	noticeHours: deliberate(
		wholeNumber({
			displayName: 'Minimum Notice (Hours)',
			name: 'noticeHours',
			description: 'How far ahead a slot has to be',
			min: 0,
			default: 24,
		}),
	),
	otherMeetingTypes: severalIds({
		displayName: OTHER_TYPES,
		name: 'otherMeetingTypes',
		noun: 'meeting type',
		loadOptionsMethod: 'getMeetingTypes',
		remark: 'Asked in this order after Meeting Type',
	}),
	untilTime: deliberate(
		optionalTimeOfDay({
			displayName: 'Until Time',
			name: 'untilTime',
			description: 'Latest end, on the same day',
			placeholder: 'e.g. 12:30',
		}),
	),
	weekdays: deliberate(
		filled(
			choices(
				{
					displayName: 'Weekdays',
					name: 'weekdays',
					description: 'Only these days in Time Zone',
					options: weekdayChoices,
				},
				asWeekday,
			),
		),
	),
	whenNoneLeft: choice({
		displayName: 'When None Is Left',
		name: 'whenNoneLeft',
		description: 'What the item becomes',
		options: [
			{ name: 'Empty Item', value: 'empty' },
			{ name: 'Error', value: 'error' },
		],
		default: 'error',
	}),
};

/** Which of the free slots to take. */
export type SlotPreferences = Added<typeof fields>;

const preferences = collection({
	displayName: 'Slot Preferences',
	name: 'slotPreferences',
	placeholder: 'Add preference',
	fields,
});

export const slotPreferences: Field<SlotPreferences> = {
	properties: preferences.properties,
	read(form) {
		const added = preferences.read(form);
		const { fromTime, untilTime } = added;
		return fromTime !== undefined && untilTime !== undefined && untilTime <= fromTime
			? form.refuse('Until Time', 'must be after From Time')
			: added;
	},
};

/** A window of the form, and what of it lies ahead. */
export interface WindowAhead {
	/** No sooner than now and the notice allow. */
	readonly from: Instant;
	readonly until: Instant;
	/** Where it begins as the form says: what was booked sooner than the notice allows now, was booked all the same. */
	readonly opens: Instant;
}

export const windowAhead: Field<WindowAhead> = {
	properties: timeWindow.properties,
	read(form) {
		const { from, until } = timeWindow.read(form);
		const now = Date.now();
		if (until.toMillis() <= now) return form.refuse('End', 'lies in the past');
		const { noticeHours = 0 } = slotPreferences.read(form);
		const earliest = now + noticeHours * HOUR_MS;
		if (until.toMillis() <= earliest) {
			return form.refuse('Minimum Notice (Hours)', 'leaves nothing of the window before End');
		}
		const opens = from;
		return { from: from.plus(Math.max(0, earliest - from.toMillis())), until, opens };
	},
};
