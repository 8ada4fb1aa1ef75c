import type { IDataObject } from 'n8n-workflow';
import type { Added } from '../../fields/collection';
import { newName } from '../../fields/naming';
import { emptied } from '../requests/emptied';
import { group, onlySet } from '../requests/onlySet';
import { allSettings } from './settings.fields';

/** All that can be written about a meeting type. */
export const writable = {
	name: newName,
	...allSettings,
};

const MINUTES_A_DAY = 24 * 60;

/** A meeting type as the API takes it: only what was given, and no group in which nothing was. */
export function meetingTypeBody(given: Added<typeof writable>): IDataObject {
	const { allowedDurations, allowedChannels, locations, daysAhead, metadata } = given;
	return {
		...group('meetingInfo', {
			name: given.name,
			description: emptied(given.description),
			duration: given.duration,
			channel: given.channel,
			bufferBefore: given.bufferBefore,
			bufferAfter: given.bufferAfter,
			enableRedirect: given.redirect === undefined ? undefined : given.redirect !== null,
			redirect: given.redirect ?? undefined,
			customChannelName: given.customChannelName,
			customChannelLink: given.customChannelLink,
		}),
		...group('meetingOptions', {
			allowedDurations: allowedDurations && [...allowedDurations],
			allowedChannels: allowedChannels && [...allowedChannels],
			allowAddingGuests: given.allowAddingGuests,
			allowPhoneOnlyBooking: given.allowPhoneOnlyBooking,
		}),
		...onlySet({
			slug: given.slug,
			spots: given.spots,
			enabled: given.enabled,
			timeslotInterval: given.timeslotInterval,
			bookingMinimum: given.bookingMinimum,
			daysIntoFuture:
				daysAhead === undefined
					? undefined
					: { mode: 'limit', bookingLimit: daysAhead * MINUTES_A_DAY },
			availabilityId: given.scheduleId,
			locations: locations && [...locations],
			metadata: metadata && { ...metadata },
			internalNotes: emptied(given.internalNotes),
		}),
	};
}
