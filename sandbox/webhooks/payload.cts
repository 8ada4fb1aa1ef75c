import { DateTime } from 'luxon';

import type { Json } from '../../contract/json.cts';
import type { Appointment } from '../records/bookings.cts';
import type { Instant } from '../records/instant.cts';
import type { User } from '../records/people.cts';
import type { State } from '../state.cts';
import { hostsOnWire, meetingLinkOf } from '../wire.cts';
import type { Happening } from './happening.cts';

/** What webhooks are sent: a flat record with the name of the event. */
export function payloadOf(state: State, happening: Happening): Json {
	const { webhookType } = happening;
	switch (happening.webhookType) {
		case 'new_employee':
			return { webhookType, ...employee(happening.user) };
		case 'booking_created':
			return { webhookType, ...booking(state, happening.appointment) };
		case 'booking_cancelled': {
			const { appointment } = happening;
			return { webhookType, ...booking(state, appointment), cancel: appointment.cancel };
		}
		case 'booking_rescheduled': {
			const { appointment } = happening;
			const originalStart = atHost(state, appointment, happening.originalStart);
			return { webhookType, ...booking(state, appointment), originalStart };
		}
	}
}

/** No more than the contract names: the body is unpublished. */
function employee({ id, email, givenName, familyName, companyId }: User): Json {
	return { id, email, givenName, familyName, companyId };
}

/** Less than the API shows of an appointment; what kind of meeting it is, the meeting type tells. */
function booking(state: State, appointment: Appointment): Json {
	const { id, secret, location, rescheduledAt, cancel, channel, attendees, hostIds } = appointment;
	const { meetingTypeId, companyId, createdAt, updatedAt } = appointment;
	return {
		id,
		secret,
		start: atHost(state, appointment, appointment.start),
		end: atHost(state, appointment, appointment.end),
		location,
		isCancelled: cancel !== null,
		rescheduledAt,
		meetingInfo: { channel, meetingLink: meetingLinkOf(appointment) },
		attendees,
		hosts: hostsOnWire(state, hostIds),
		hostIds,
		meetingType: meetingType(state, meetingTypeId),
		meetingTypeId,
		companyId,
		createdAt,
		updatedAt,
	};
}

function meetingType(state: State, typeId: string): Json {
	const type = state.meetingTypes.get(typeId);
	if (!type) return { id: typeId };
	const { id, slug, metadata } = type;
	const { name, duration } = type.meetingInfo;
	return { id, slug, meetingInfo: { name, duration }, metadata };
}

/** With an offset, as published payloads have it: that of the main host's zone, which is a guess. */
function atHost({ users }: State, { hostIds }: Appointment, instant: Instant): string {
	const zone = users.get(hostIds[0] ?? '')?.timezone ?? 'utc';
	return DateTime.fromISO(instant, { zone }).toISO({ suppressMilliseconds: true }) ?? instant;
}
