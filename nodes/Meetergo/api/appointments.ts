import type { IDataObject } from 'n8n-workflow';
import { wholeList, zeroBasedPages } from '../transport/paginate';
import { v4 } from '../transport/path';
import type { MeetingInfo, MeetingType } from './meetingTypes';

/* Meetings that are booked. */

export interface AppointmentAttendee extends IDataObject {
	/** What other calls take as `attendeeId`. */
	readonly id: string;
	readonly email?: string | null;
	readonly firstname?: string | null;
	readonly lastname?: string | null;
	readonly fullname?: string | null;
	readonly phone?: string | null;
	/** Form answers by the labels of their questions. */
	readonly notes?: IDataObject;
	/** Mail addresses of guests. */
	readonly bringalongEmails?: string[];
}

export interface AppointmentHost extends IDataObject {
	readonly id: string;
	readonly email?: string | null;
	readonly givenName?: string | null;
	readonly familyName?: string | null;
	readonly fullName?: string | null;
}

export interface CancelInfo extends IDataObject {
	/** Not null once the appointment is cancelled. */
	readonly actionAt?: string | null;
	readonly reason?: string | null;
}

export interface HostingInfo extends IDataObject {
	readonly meetingLink?: string | null;
}

/** A booking that exists. It has no status on the wire: see `isCancelled`. */
export interface Appointment extends IDataObject {
	readonly id: string;
	/** Attendee-side key. */
	readonly secret?: string;
	readonly start: string;
	readonly end: string;
	readonly isCancelled?: boolean;
	readonly cancel?: CancelInfo | null;
	readonly rescheduleCount?: number;
	readonly attendees?: AppointmentAttendee[];
	readonly hosts?: AppointmentHost[];
	readonly hostIds?: string[];
	readonly meetingTypeId?: string;
	readonly meetingType?: MeetingType;
	/** What a webhook delivers has the link here, and no hosting info. */
	readonly meetingInfo?: MeetingInfo & HostingInfo;
	readonly hostingInfo?: HostingInfo;
	readonly location?: string | null;
	/** The invitation as iCalendar text. */
	readonly ics?: string;
	/** Of the hosts; the attendees do not see it. */
	readonly note?: string | null;
	/** Markdown, as is the summary. */
	readonly transcription?: string | null;
	readonly summary?: string | null;
	readonly rescheduledAt?: string | null;
	readonly createdAt?: string;
	readonly updatedAt?: string;
}

/** Whether a booking is off: it bears a flag, or the time of its cancellation. */
export function isCancelled({ isCancelled: flag, cancel }: Appointment): boolean {
	return flag === true || (cancel?.actionAt ?? null) !== null;
}

export interface RescheduleResponse extends IDataObject {
	readonly appointment: Appointment;
	/** Start before the move; may be missing. */
	readonly previousStart?: string;
}

/** Bookings of the acting user, or of another one with the query `userId`; cancelled ones included. */
export const appointments = zeroBasedPages<Appointment>({
	path: v4`/appointment/paginated`,
	key: 'appointments',
	id: ({ id }) => id,
	largestPage: 100,
});

/** Today's bookings of the acting user, cancelled ones included. */
export const appointmentsToday = wholeList<Appointment>({
	path: v4`/appointment/today`,
	id: ({ id }) => id,
});
