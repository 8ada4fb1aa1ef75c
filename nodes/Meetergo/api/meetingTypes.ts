import type { IDataObject } from 'n8n-workflow';
import { wholeList } from '../transport/paginate';
import { v4 } from '../transport/path';

/* What can be booked. */

export interface MeetingInfo extends IDataObject {
	readonly name?: string;
	readonly description?: string;
	/** Minutes, as are the buffers. */
	readonly duration?: number;
	readonly channel?: string;
	readonly bufferBefore?: number;
	readonly bufferAfter?: number;
}

/** `useCompanySettings` inherits the setting of the workspace; the other words are not published. */
export interface MeetingOptions extends IDataObject {
	/** Whether the attendee has to confirm a booking. */
	readonly doubleOptIn?: string | null;
	readonly requireHostConfirmation?: string | null;
}

export interface MeetingType extends IDataObject {
	readonly id: string;
	readonly slug?: string;
	readonly meetingInfo?: MeetingInfo;
	readonly meetingOptions?: MeetingOptions;
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
	/** Minimum notice, in minutes. */
	readonly bookingMinimum?: number;
	/** Not null once it is deleted. */
	readonly deletedAt?: string | null;
}

/** Meeting types of the acting user. Newer servers answer with the bare list. */
export const meetingTypes = wholeList<MeetingType>({
	path: v4`/meeting-type`,
	key: 'meetingTypes',
	id: ({ id }) => id,
});
