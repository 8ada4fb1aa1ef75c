import type { IDataObject } from 'n8n-workflow';
import type { CreateBookingResponse } from '../../api/records';
import { writeInstant, writeLocal } from '../../fields/instant';
import { start, timezone } from '../../fields/time';
import { v4 } from '../../transport/path';
import type { Once } from '../../transport/types';
import { findMeetingType } from '../meetingType/findMeetingType';
import { hostScope } from '../meetingType/hostScope';
import { meetingTypeId } from '../meetingType/meetingType.fields';
import { perItem } from '../perItem';
import { recordIn } from '../recordIn';
import { told } from '../told';
import { attendee } from './attendee.fields';
import { additionalFields, createOptions } from './create.fields';
import { invitationAfter } from './invitation';
import { waitsFor } from './pendingBooking.simplify';

/** An answer without an id does not tell whether the booking was made, nor whether it waits for somebody. */
const once: Once<CreateBookingResponse> = {
	proof: 'none',
	read: (answer) =>
		recordIn<CreateBookingResponse>(answer, 'appointmentId') ??
		recordIn<CreateBookingResponse>(answer, 'provisionalBookingId'),
	howToCheck:
		'Look for it with Booking > Get Many, by the start and the name of the attendee, before you book again.',
};

export const create = perItem({
	option: {
		name: 'Create',
		value: 'create',
		description:
			'Book a time that Get Slots offers; the invitation is mailed, the data policy counts as accepted',
		action: 'Book a meeting and mail the invitation with the data policy accepted',
	},
	actingUser: 'required',
	effect: 'change',
	fields: { meetingTypeId, start, timezone, attendee, additionalFields },
	options: createOptions,
	async run(item, api) {
		const { additionalFields: more, options, attendee: person, timezone: zone } = item;
		const type = await findMeetingType(item.meetingTypeId, api);
		const minutes = more.duration ?? type.meetingInfo?.duration;
		const { record, recovered } = await api.once(
			v4`/booking`,
			{
				meetingTypeId: type.id,
				...hostScope(type, options.hostIds, api),
				start: writeInstant(item.start),
				attendee: {
					fullname: person.name,
					email: person.email,
					phone: person.phone,
					// Both are demanded although the documentation leaves them out in places.
					receiveReminders: options.sendReminders ?? true,
					notes: more.answers ?? {},
					dataPolicyAccepted: true,
					language: more.attendeeLanguage,
					timezone: more.attendeeTimezone ?? zone,
					bringalongEmails: more.guests && [...more.guests],
				},
				duration: more.duration,
				channel: more.channel,
				location: more.location,
				icsTitle: more.invitationTitle,
				icsDescription: more.invitationText,
				phoneOnlyBooking: person.email === undefined ? true : undefined,
				ignoreAvailability: options.ignoreAvailability,
				skipNotifications: options.skipNotifications,
			},
			once,
		);
		const { appointmentId } = record;
		const isWanted = options.attachInvitation && appointmentId !== undefined;
		// The answer alone would tell a workflow little.
		const facts = {
			...stateOf(record),
			start: writeLocal(item.start, zone),
			end: minutes === undefined ? null : writeLocal(item.start.plus({ minutes }), zone),
			meetingTypeId: type.id,
			meetingTypeName: type.meetingInfo?.name ?? null,
			attendeeName: person.name,
			attendeeEmail: person.email ?? null,
			recovered,
		};
		return told(record, facts, isWanted ? await invitationAfter(appointmentId, api) : []);
	},
	simplify: ({ appointmentId, provisionalBookingId }) => ({
		id: appointmentId ?? null,
		pendingBookingId: provisionalBookingId ?? null,
	}),
});

/** A booking that waits for the attendee's or the host's confirmation is not a booking yet. */
function stateOf({ provisionalBookingId, bookingType }: CreateBookingResponse): IDataObject {
	if (provisionalBookingId === undefined) return { bookingState: 'confirmed', waitsFor: null };
	return { bookingState: 'pending', waitsFor: waitsFor(bookingType) };
}
