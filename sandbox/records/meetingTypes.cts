import type { Json } from '../../contract/json.cts';
import type { Instant } from './instant.cts';

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
	/** The form that attendees fill in. */
	readonly formId: string | null;
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
