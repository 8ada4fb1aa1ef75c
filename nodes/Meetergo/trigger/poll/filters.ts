import type { IDataObject } from 'n8n-workflow';
import type { Appointment } from '../../api/appointments';
import type { PollFields } from './form';

/** What of the filters the API can be asked for: it takes one meeting type at a time. */
export function queryOf({ filters }: PollFields): IDataObject {
	const [only, ...others] = filters.meetingTypeIds ?? [];
	return only === undefined || others.length > 0 ? {} : { meetingTypeId: only };
}

/** Whether a booking passes the filters. */
export function filterOf({ filters }: PollFields): (booking: Appointment) => boolean {
	const wanted = new Set((filters.meetingTypeIds ?? []).map((id) => id.toLowerCase()));
	return ({ meetingTypeId = '' }) => wanted.size === 0 || wanted.has(meetingTypeId.toLowerCase());
}
