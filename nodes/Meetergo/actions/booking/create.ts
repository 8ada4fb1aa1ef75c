import type { IDataObject } from 'n8n-workflow';
import { writeInstant, writeLocal } from '../../fields/instant';
import { start, timezone } from '../../fields/time';
import { failureOf } from '../../transport/failures';
import { v4 } from '../../transport/path';
import type { Failure } from '../../transport/types';
import { findMeetingType } from '../meetingType/findMeetingType';
import { hostScope } from '../meetingType/hostScope';
import { meetingTypeId } from '../meetingType/meetingType.fields';
import { perItem } from '../operation';
import type { CreateBookingResponse, MeetingType } from '../../api/records';
import { attendee } from './attendee.fields';
import { additionalFields, createOptions } from './create.fields';

/** The API's short answer, and what was asked for: the answer alone would tell a workflow little. */
interface Booked extends IDataObject {
	readonly answer: CreateBookingResponse;
	readonly asked: IDataObject;
}

const HOW_TO_CHECK =
	'Look for it with Booking > Get Many, by the start and the name of the attendee, before you book again.';

export const create = perItem({
	option: {
		name: 'Create',
		value: 'create',
		description: 'Book a meeting at a free time; meetergo mails the invitation',
		action: 'Book a meeting',
	},
	actingUser: 'optional',
	effect: 'change',
	fields: { meetingTypeId, start, timezone, attendee, additionalFields },
	options: createOptions,
	async run(item, api): Promise<Booked> {
		const { additionalFields: more, options, attendee: person, timezone: zone } = item;
		const type = await findMeetingType(item.meetingTypeId, api);
		const minutes = more.duration ?? type.meetingInfo?.duration;
		const { record } = await api.once<CreateBookingResponse>(
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
					notes: Object.fromEntries((more.answers ?? []).map(({ label, value }) => [label, value])),
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
			{ proof: 'none', howToCheck: HOW_TO_CHECK },
		);
		return {
			answer: isBooking(record) ? record : api.fail(noBooking()),
			asked: {
				start: writeLocal(item.start, zone),
				end: minutes === undefined ? null : writeLocal(item.start.plus({ minutes }), zone),
				meetingTypeId: type.id,
				meetingTypeName: nameOf(type),
				attendeeName: person.name,
				attendeeEmail: person.email ?? null,
			},
		};
	},
	raw: ({ answer }) => answer,
	simplify: ({ answer, asked }) => ({
		id: answer.appointmentId ?? null,
		pendingBookingId: answer.provisionalBookingId ?? null,
		...stateOf(answer),
		...asked,
	}),
});

/** Without an id nobody can tell whether the booking was made, nor whether it waits for somebody. */
function isBooking(answer: CreateBookingResponse | undefined): answer is CreateBookingResponse {
	return Boolean(answer?.appointmentId ?? answer?.provisionalBookingId);
}

function noBooking(): Failure {
	return failureOf('unreadableAnswer', {
		advice: `The answer names no booking, but it may have been made. ${HOW_TO_CHECK}`,
		mayHaveHappened: true,
	});
}

function nameOf({ meetingInfo }: MeetingType): string | null {
	return meetingInfo?.name ?? null;
}

/** A booking that waits for the attendee's or the host's confirmation is not a booking yet. */
function stateOf({ provisionalBookingId, bookingType }: CreateBookingResponse): IDataObject {
	if (provisionalBookingId === undefined) return { bookingState: 'confirmed', waitsFor: null };
	const waitsFor = bookingType?.toLowerCase() === 'doubleoptin' ? 'attendee' : 'host';
	return { bookingState: 'pending', waitsFor };
}
