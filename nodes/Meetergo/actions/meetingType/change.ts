import type { IDataObject } from 'n8n-workflow';
import type { MeetingType } from '../../api/meetingTypes';
import { v4 } from '../../transport/path';
import type { ApiClient } from '../../transport/types';
import { readAfterwards } from '../requests/readAfterwards';
import { recordIn } from '../requests/recordIn';

/** Changes a meeting type, and gives it as it is then: the answer to a write may be empty. */
export async function changeMeetingType(
	id: string,
	body: IDataObject,
	api: ApiClient,
): Promise<MeetingType> {
	const path = v4`/meeting-type/${id}`;
	const answer = await api.change('PATCH', path, { body });
	const read = async () => await api.get<MeetingType>(path);
	return (
		recordIn<MeetingType>(answer, 'id') ?? (await readAfterwards('the meeting type', read, api))
	);
}
