import type { Json } from '../contract/json.cts';
import type { CredentialKind } from '../contract/operations.cts';

/** Times in records are ISO 8601 in UTC with milliseconds, so that they sort and compare as text. */
export type Instant = string;

export interface Credential {
	readonly token: string;
	readonly kind: CredentialKind;
	readonly companyId: string;
	/** Owner of a personal token; company owner for a platform key. */
	readonly userId: string;
	/** Absent: all permission groups. */
	readonly permissions?: readonly string[];
	readonly expiresAt?: Instant;
	/** The plan's allowance for API calls is used up. */
	readonly planLimitReached?: boolean;
}

export interface Company {
	readonly id: string;
	readonly ownerId: string;
	readonly tier: string;
	/** How many the plan allows; absent: any number. */
	readonly allowance?: { readonly seats?: number; readonly meetingTypes?: number };
}

export interface User {
	readonly id: string;
	readonly companyId: string;
	readonly email: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly slug: string;
	readonly timezone: string;
	readonly language: string;
	readonly userType: 'standard' | 'resource' | 'api-platform' | 'partner';
	readonly isAdmin: boolean;
	readonly defaultAvailabilityId: string;
	readonly createdAt: Instant;
	readonly updatedAt: Instant;
	/** Set by a soft delete. The record stays for the appointments that name it. */
	readonly deletedAt: Instant | null;
}

/** HH:mm in the schedule's zone. */
export interface Hours {
	readonly start: string;
	readonly end: string;
}

export interface Day {
	readonly enabled: boolean;
	readonly hours: readonly Hours[];
}

export const WEEKDAYS = [
	'monday',
	'tuesday',
	'wednesday',
	'thursday',
	'friday',
	'saturday',
	'sunday',
] as const;

export type Week = Readonly<Partial<Record<(typeof WEEKDAYS)[number], Day>>>;

export interface ScheduleException {
	readonly id: number;
	readonly available: boolean;
	readonly start: Instant;
	readonly end: Instant;
	readonly title: string | null;
	readonly note: string | null;
	readonly createdAt: Instant;
	readonly deletedAt: Instant | null;
}

export interface Availability {
	readonly id: string;
	readonly companyId: string;
	readonly userId: string;
	readonly name: string;
	readonly timezone: string;
	readonly schedule: Week;
	readonly availabilityExceptions: readonly ScheduleException[];
	readonly isDefault: boolean;
	readonly createdAt: Instant;
	readonly deletedAt: Instant | null;
}

/** Besides these it holds whatever of the contract was written: kept and shown, no more. */
export interface MeetingInfo extends Json {
	readonly name: string;
	readonly description: string;
	/** Minutes, as are the buffers. */
	readonly duration: number;
	readonly channel: string;
	readonly bufferBefore: number;
	readonly bufferAfter: number;
	readonly bufferMustStayWithinWorkingHours: boolean;
}

/** Open like the meeting info. */
export interface MeetingOptions extends Json {
	readonly allowedDurations?: readonly number[];
	/** `useCompanySettings` or, the other literals being unpublished, a guess: `enabled`. */
	readonly doubleOptIn?: string;
	readonly requireHostConfirmation?: string;
	readonly allowPhoneOnlyBooking?: boolean;
	readonly allowedChannels?: readonly string[];
	/** Channel to schedule id. */
	readonly channelAvailabilities?: Readonly<Record<string, string>>;
}

/** How far ahead a type can be booked. */
export interface DaysIntoFuture {
	/** `limit` counts `bookingLimit` minutes from now; any other goes from `rangeMin` to `rangeMax`. */
	readonly mode?: string;
	readonly bookingLimit?: number;
	readonly rangeMin?: string;
	readonly rangeMax?: string;
	readonly countMode?: string;
}

export interface MeetingType {
	readonly id: string;
	readonly companyId: string;
	readonly createdById: string;
	readonly slug: string;
	readonly meetingInfo: MeetingInfo;
	readonly meetingOptions: MeetingOptions;
	readonly userId: string | null;
	readonly queueId: string | null;
	readonly enabled: boolean;
	readonly spots: number;
	/** Minutes between starts. */
	readonly timeslotInterval: number;
	/** Notice in minutes. */
	readonly bookingMinimum: number;
	readonly daysIntoFuture: DaysIntoFuture;
	readonly availabilityId: string | null;
	/** Addresses for meetings in person. */
	readonly locations: readonly string[];
	readonly metadata: Readonly<Record<string, string>>;
	/** Texts of the invitation, by language. */
	readonly ics: Json;
	readonly internalNotes: string | null;
	readonly workspaceId: string | null;
	readonly isGlobalQueue: boolean;
	readonly createdAt: Instant;
	readonly deletedAt: Instant | null;
}

export interface Queue {
	readonly id: string;
	readonly companyId: string;
	readonly workspaceId: string;
	readonly meetingTypeId: string;
	readonly type: 'simpleRoundRobin' | 'advancedRoundRobin' | 'equalDistribution';
	/** In the order of the next bookings: whoever gets one goes to the end. */
	readonly users: ReadonlyArray<{ readonly userId: string; readonly capacity: number }>;
}

export interface Attendee {
	readonly id: string;
	readonly email: string | null;
	readonly firstname: string | null;
	readonly lastname: string | null;
	readonly fullname: string | null;
	readonly phone: string | null;
	readonly timezone: string | null;
	readonly language: string | null;
	readonly notes: Readonly<Record<string, unknown>>;
	readonly receiveReminders: boolean;
	readonly bringalongEmails: readonly string[];
}

export interface Cancellation {
	readonly actionSource: 'host' | 'attendee';
	readonly actionAt: Instant;
	readonly actionBy: string;
	readonly reason: string | null;
}

/** Replaced by a new object on each change, never changed in place: the lists are sorted by it. */
export interface Appointment {
	readonly id: string;
	readonly companyId: string;
	readonly secret: string;
	readonly meetingTypeId: string;
	readonly hostIds: readonly string[];
	readonly start: Instant;
	readonly end: Instant;
	readonly channel: string;
	readonly location: string | null;
	readonly attendees: readonly Attendee[];
	readonly cancel: Cancellation | null;
	readonly rescheduledAt: Instant | null;
	readonly rescheduleCount: number;
	readonly icsTitle: string | null;
	readonly icsDescription: string | null;
	/** Of the hosts; attendees do not see it. */
	readonly note: string | null;
	/** Markdown, as is the summary. */
	readonly transcription: string | null;
	readonly summary: string | null;
	readonly createdAt: Instant;
	readonly updatedAt: Instant;
}

export type ProvisionalStatus = 'pending' | 'confirmed' | 'expired' | 'declined_by_host';

/** A booking that waits for its attendee or its host. It keeps its slot while it is pending. */
export interface ProvisionalBooking {
	readonly id: string;
	readonly companyId: string;
	readonly type: 'doubleOptIn' | 'requireHostConfirmation';
	readonly meetingTypeId: string;
	readonly hostIds: readonly string[];
	readonly start: Instant;
	readonly end: Instant;
	/** The booking's body as it came in. */
	readonly dto: Readonly<Record<string, unknown>>;
	readonly status: ProvisionalStatus;
	/** What the host wrote when declining. */
	readonly declineReason: string | null;
	readonly createdAt: Instant;
}

/** A mail to one attendee. */
export interface QuickMail {
	readonly attendeeId: string;
	readonly title: string;
	readonly content: string;
	readonly sentAt: Instant;
}

/** A booking address that works once. */
export interface OneTimeLink {
	readonly id: string;
	readonly companyId: string;
	readonly meetingTypeId: string;
	readonly createdById: string;
	readonly url: string;
	readonly createdAt: Instant;
}

export interface CalendarConnection {
	/** Opaque text, no UUID. */
	readonly id: string;
	readonly companyId: string;
	readonly userId: string;
	readonly provider: 'google' | 'outlook';
	readonly email: string;
	readonly isPrimary: boolean;
	readonly isConnected: boolean;
	/** The ids of all calendars of the account. */
	readonly calendars: readonly string[];
	/** Receives new events. */
	readonly primaryCalendar: string;
	/** Are checked for conflicts. */
	readonly selectedCalendars: readonly string[];
	readonly validateAvailability: boolean;
	readonly cancelIfDeclinedOrDeleted: boolean;
	readonly disableAttendeeNotification: boolean;
	readonly syncBuffersToCalendar: boolean;
	readonly createdAt: Instant;
	readonly updatedAt: Instant;
}
