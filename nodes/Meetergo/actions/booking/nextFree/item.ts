import { timezone } from '../../../fields/time';
import { meetingTypeId } from '../../meetingType/meetingType.fields';
import type { Arguments } from '../../operation';
import { wishes } from '../book';
import { createOptions, fewAdditionalFields } from '../create.fields';
import { slotPreferences, windowAhead } from '../createNextFree.fields';

const { attachInvitation, hostIds, ifAlreadyBooked, sendReminders, skipNotifications } =
	createOptions;

export const fields = {
	meetingTypeId,
	window: windowAhead,
	timezone,
	...wishes,
	additionalFields: fewAdditionalFields,
	slotPreferences,
};

export const options = {
	attachInvitation,
	hostIds,
	ifAlreadyBooked,
	sendReminders,
	skipNotifications,
};

/** What an item says that is to be booked in the next free slot. */
export type NextFreeItem = Arguments<typeof fields, typeof options>;
