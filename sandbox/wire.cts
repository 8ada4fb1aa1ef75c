import type { Json } from '../contract/json.cts';
import { bookingUrl } from './addresses.cts';
import type { Appointment } from './records/bookings.cts';
import type { CalendarConnection } from './records/calendars.cts';
import type { MeetingType, Queue } from './records/meetingTypes.cts';
import type { User } from './records/people.cts';
import type { Availability } from './records/schedules.cts';
import type { State } from './state.cts';

const ONLINE = new Set(['connect', 'google', 'zoom', 'webex', 'whereby', 'jitsi', 'kmeet']);

export function userOnWire(user: User): Json {
	return {
		...user,
		fullName: fullName(user),
		title: null,
		picture: null,
		phone: null,
	};
}

function fullName(user: User): string {
	return `${user.givenName} ${user.familyName}`;
}

function hostOnWire(user: User): Json {
	const { id, email, givenName, familyName, slug, userType } = user;
	return {
		id,
		email,
		givenName,
		familyName,
		fullName: fullName(user),
		slug,
		userType,
		picture: null,
	};
}

export function hostsOnWire(state: State, hostIds: readonly string[]): Json[] {
	return hostIds.flatMap((id) => {
		const user = state.users.get(id);
		return user ? [hostOnWire(user)] : [];
	});
}

export function meetingTypeOnWire(state: State, type: MeetingType): Json {
	return { ...type, bookingUrl: bookingUrl(state, type) };
}

export function availabilityOnWire(record: Availability): Json {
	const { userId: _, ...availability } = record;
	return {
		...availability,
		availabilityExceptions: exceptionsOnWire(record),
		useExplicitAvailability: false,
		explicitAvailabilityEventTitle: null,
	};
}

export function exceptionsOnWire({ userId, availabilityExceptions }: Availability): Json[] {
	return availabilityExceptions.map((exception) => ({
		...exception,
		ownerId: userId,
		ownerType: 'user',
	}));
}

export function calendarConnectionOnWire(connection: CalendarConnection): Json {
	const { id, provider, email, isPrimary, isConnected, selectedCalendars } = connection;
	const { createdAt, updatedAt } = connection;
	return { id, provider, email, isPrimary, isConnected, selectedCalendars, createdAt, updatedAt };
}

export function queueOnWire({ companyId: _, ...queue }: Queue): Json {
	return { ...queue, userGroups: [] };
}

/** Where an appointment takes place online; null when it does not. */
export function meetingLinkOf({ id, channel }: Appointment): string | null {
	return ONLINE.has(channel) ? `https://meet.example.org/${id}` : null;
}

export function appointmentOnWire(state: State, appointment: Appointment): Json {
	const { hostIds, attendees, channel, id, icsTitle, icsDescription, ...rest } = appointment;
	const info = state.meetingTypes.get(appointment.meetingTypeId)?.meetingInfo;
	const link = meetingLinkOf(appointment);
	return {
		id,
		...rest,
		isCancelled: appointment.cancel !== null,
		attendees,
		attendeeIds: attendees.map((attendee) => attendee.id),
		hosts: hostsOnWire(state, hostIds),
		hostIds,
		meetingInfo: { ...info, channel },
		hostingInfo: { mainHost: hostIds[0], meetingLink: link, calendarSyncProviders: [] },
		ics: icsOf(appointment, icsTitle ?? info?.name ?? '', icsDescription ?? '', link ?? ''),
	};
}

/** The invitation, RFC 5545. */
function icsOf(appointment: Appointment, title: string, description: string, url: string): string {
	const { id, start, end, updatedAt, cancel, attendees, rescheduleCount } = appointment;
	return [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//meetergo sandbox//EN',
		`METHOD:${cancel ? 'CANCEL' : 'REQUEST'}`,
		'BEGIN:VEVENT',
		`UID:${id}`,
		`SEQUENCE:${rescheduleCount}`,
		`DTSTAMP:${icsTime(updatedAt)}`,
		`DTSTART:${icsTime(start)}`,
		`DTEND:${icsTime(end)}`,
		`SUMMARY:${escapeText(title)}`,
		...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
		...(url ? [`URL:${url}`] : []),
		...attendees.flatMap(({ email }) => (email ? [`ATTENDEE:mailto:${email}`] : [])),
		'END:VEVENT',
		'END:VCALENDAR',
		'',
	].join('\r\n');
}

function icsTime(instant: string): string {
	return instant.replace(/[-:]|\.\d+/g, '');
}

function escapeText(text: string): string {
	return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}
