import type { IDataObject } from 'n8n-workflow';

/*
 * The API's records, as far as the node reads them; whatever else they hold is passed on untouched.
 * A test checks every property against the contract.
 */

export interface User extends IDataObject {
	readonly id: string;
	readonly email?: string;
	readonly givenName?: string;
	readonly familyName?: string;
	readonly fullName?: string;
	readonly slug?: string;
	readonly timezone?: string;
	readonly language?: string;
	readonly userType?: string;
	readonly isAdmin?: boolean;
	readonly companyId?: string;
	readonly defaultAvailabilityId?: string | null;
}

/** What a new user comes with. */
export interface CreateUserResponse extends IDataObject {
	readonly userId: string;
	readonly availabilityId?: string;
	readonly meetingTypeId?: string;
	/** Public address of the first meeting type. */
	readonly bookingUrl?: string;
	readonly companyId?: string;
}

export interface MeetingInfo extends IDataObject {
	readonly name?: string;
	readonly description?: string;
	/** Minutes, as are the buffers. */
	readonly duration?: number;
	readonly channel?: string;
}

export interface MeetingType extends IDataObject {
	readonly id: string;
	readonly slug?: string;
	readonly meetingInfo?: MeetingInfo;
	/** Host of a single-host type. */
	readonly userId?: string | null;
	/** Queue of a round-robin or collective type. */
	readonly queueId?: string | null;
	readonly createdById?: string | null;
	readonly enabled?: boolean;
	/** Attendees per slot; above 1 makes it a group type. */
	readonly spots?: number;
	readonly bookingUrl?: string;
	readonly availabilityId?: string | null;
	/** Not null once it is deleted. */
	readonly deletedAt?: string | null;
}

export interface TimeRange extends IDataObject {
	/** HH:mm in the schedule's zone. */
	readonly start: string;
	readonly end: string;
}

export interface DaySchedule extends IDataObject {
	readonly enabled: boolean;
	readonly hours: TimeRange[];
}

/** A range that differs from the weekly hours. */
export interface AvailabilityException extends IDataObject {
	readonly id?: number;
	/** Opens the range; otherwise blocks it. */
	readonly available: boolean;
	readonly start: string;
	readonly end: string;
	readonly title?: string | null;
}

export interface Availability extends IDataObject {
	readonly id: string;
	readonly name: string;
	readonly timezone: string;
	/** One entry a weekday, by its English name in lower case. */
	readonly schedule: IDataObject & { readonly [weekday: string]: DaySchedule | undefined };
	readonly availabilityExceptions?: AvailabilityException[];
	readonly isDefault?: boolean;
}

export interface AvailabilitySpot extends IDataObject {
	readonly startTime: string;
	/** Not empty: the spot is blocked. */
	readonly unavailabilityEvents?: IDataObject[];
	/** Group types only: the seats of the appointment at that time. */
	readonly appointment?: IDataObject & {
		readonly totalSpots?: number;
		readonly takenSpots?: number;
	};
}

export interface AvailabilityDate extends IDataObject {
	readonly spots: AvailabilitySpot[];
}

export interface BookingAvailability extends IDataObject {
	readonly timezone?: string;
	readonly dates: AvailabilityDate[];
}

export interface AppointmentAttendee extends IDataObject {
	/** What other calls take as `attendeeId`. */
	readonly id: string;
	readonly email?: string | null;
	readonly firstname?: string | null;
	readonly lastname?: string | null;
	readonly fullname?: string | null;
	readonly phone?: string | null;
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
}

export interface HostingInfo extends IDataObject {
	readonly meetingLink?: string | null;
}

/** A booking that exists. It has no status on the wire: see `isCancelled`. */
export interface Appointment extends IDataObject {
	readonly id: string;
	readonly start: string;
	readonly end: string;
	readonly isCancelled?: boolean;
	readonly cancel?: CancelInfo | null;
	readonly attendees?: AppointmentAttendee[];
	readonly hosts?: AppointmentHost[];
	readonly hostIds?: string[];
	readonly meetingTypeId?: string;
	readonly meetingType?: MeetingType;
	readonly meetingInfo?: MeetingInfo;
	readonly hostingInfo?: HostingInfo;
	readonly location?: string | null;
	/** The invitation as iCalendar text. */
	readonly ics?: string;
	/** Of the hosts; the attendees do not see it. */
	readonly note?: string | null;
	/** Markdown, as is the summary. */
	readonly transcription?: string | null;
	readonly summary?: string | null;
}

/** Whether a booking is off: it bears a flag, or the time of its cancellation. */
export function isCancelled({ isCancelled: flag, cancel }: Appointment): boolean {
	return flag === true || (cancel?.actionAt ?? null) !== null;
}

/** The answer to a booking: an appointment, or a booking that waits for a confirmation. */
export interface CreateBookingResponse extends IDataObject {
	readonly appointmentId?: string;
	readonly provisionalBookingId?: string;
	/** `doubleOptIn` or `requireHostConfirmation`; older pages write it with a capital. */
	readonly bookingType?: string;
}

export interface RescheduleResponse extends IDataObject {
	readonly appointment: Appointment;
	/** Start before the move; may be missing. */
	readonly previousStart?: string;
}

/** The answer to the confirmation of a pending booking. */
export interface BookingConfirmed extends IDataObject {
	readonly appointmentId: string;
}

/** A booking as it was asked for. */
export interface CreateBookingRequest extends IDataObject {
	readonly start?: string;
	readonly attendee?: AppointmentAttendee;
}

/** A booking that waits, or waited, for its attendee or its host. */
export interface ProvisionalBooking extends IDataObject {
	readonly id: string;
	/** `doubleOptIn` or `requireHostConfirmation`. */
	readonly type?: string;
	readonly dto?: CreateBookingRequest;
	readonly meetingTypeId?: string;
	readonly hosts?: AppointmentHost[];
	readonly createdAt?: string;
}

/** An address at which one meeting can be booked, once. */
export interface OneTimeBookingLink extends IDataObject {
	readonly id?: string;
	readonly url?: string;
	/** Another name of `url`, seen in clients. */
	readonly link?: string;
}

export interface CalendarConnection extends IDataObject {
	readonly id: string;
	readonly provider?: string;
	readonly email?: string | null;
	/** New events go into a calendar of this one. */
	readonly isPrimary?: boolean;
	readonly isConnected?: boolean;
	readonly selectedCalendars?: string[];
}

export interface CalendarAuthUrl extends IDataObject {
	readonly authUrl: string;
	readonly provider?: string;
}
