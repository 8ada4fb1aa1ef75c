import type { Instant } from './instant.cts';

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
