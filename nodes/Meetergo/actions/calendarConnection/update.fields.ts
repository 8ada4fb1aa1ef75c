import { text, toggle } from '../../fields/basic';
import { updateFields } from '../../fields/collection';
import type { Field } from '../../fields/field';
import { lines } from '../../fields/lists';

const calendars = lines({
	displayName: 'Selected Calendars',
	name: 'selectedCalendars',
	placeholder: 'e.g. lena.okafor@example.org',
	description: 'IDs of the calendars checked for conflicts, one a line; replaces the former choice',
});

/** Calendars that are checked. None at all is likelier an expression without a value than a wish. */
const selectedCalendars: Field<readonly string[]> = {
	properties: calendars.properties,
	read(form) {
		const ids = calendars.read(form);
		return ids.length > 0
			? ids
			: form.refuse(
					'Selected Calendars',
					'name at least one calendar; to check none, switch Check for Conflicts off',
				);
	},
};

/** What to change of a connection. */
export const updates = updateFields({
	cancelIfDeclinedOrDeleted: toggle({
		displayName: 'Cancel If Declined or Deleted',
		name: 'cancelIfDeclinedOrDeleted',
		description:
			'Whether a booking is cancelled, and attendees told by mail, when its event is declined or deleted',
	}),
	disableAttendeeNotification: toggle({
		displayName: 'Suppress Provider Mails',
		name: 'disableAttendeeNotification',
		description:
			'Whether the calendar provider sends attendees no mails of its own; meetergo still does',
	}),
	primaryCalendar: text({
		displayName: 'Primary Calendar',
		name: 'primaryCalendar',
		placeholder: 'e.g. lena.okafor@example.org',
		description: 'ID of the calendar for new events, as the provider has it',
	}),
	selectedCalendars,
	syncBuffersToCalendar: toggle({
		displayName: 'Sync Buffers to Calendar',
		name: 'syncBuffersToCalendar',
		description:
			'Whether the buffers before and after meetings are written into the calendar as well',
	}),
	validateAvailability: toggle({
		displayName: 'Check for Conflicts',
		name: 'validateAvailability',
		description:
			'Whether events in the selected calendars block their times. When switched off, the host can be booked twice.',
		default: true,
	}),
});
