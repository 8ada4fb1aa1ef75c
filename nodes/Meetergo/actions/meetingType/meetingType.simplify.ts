import type { IDataObject } from 'n8n-workflow';
import type { MeetingType } from '../../api/records';

/** A meeting type in ten flat fields; `duration` in minutes. */
export function simplifyMeetingType(type: MeetingType): IDataObject {
	return {
		id: type.id,
		name: type.meetingInfo?.name ?? null,
		slug: type.slug ?? null,
		duration: type.meetingInfo?.duration ?? null,
		channel: type.meetingInfo?.channel ?? null,
		spots: type.spots ?? 1,
		enabled: type.enabled ?? null,
		hostId: type.userId ?? null,
		queueId: type.queueId ?? null,
		bookingUrl: type.bookingUrl ?? null,
	};
}
