import { isAt } from '../../api/bookingPage';
import { type MeetingType, meetingTypes } from '../../api/meetingTypes';
import type { Reference } from '../../fields/locator';
import { inputFailure } from '../../transport/nodeErrors';
import { v4 } from '../../transport/path';
import type { ApiClient } from '../../transport/types';
import { Known } from '../requests/known';

/** A link that works once is a secret, so the address is not told. */
function nothingAt(api: ApiClient): never {
	return api.fail(
		inputFailure(
			'Meeting Type',
			'no meeting type of this user has this address. Choose it From List, or give its ID',
		),
	);
}

/** Types are looked up among the known ones, to which operations add what they change. */
async function typeAt(url: string, api: ApiClient): Promise<MeetingType> {
	const { records } = await Known.in(meetingTypes, api);
	return records.find((type) => isAt(type, url)) ?? nothingAt(api);
}

/** The meeting type a locator points at; asked for once per run, however many items name it. */
export async function findMeetingType(reference: Reference, api: ApiClient): Promise<MeetingType> {
	return 'id' in reference
		? await api.perRun(`meeting type ${reference.id}`, () =>
				api.get<MeetingType>(v4`/meeting-type/${reference.id}`),
			)
		: await typeAt(reference.url, api);
}

/** The id behind a locator; only an address has to be looked up. */
export async function meetingTypeIdOf(reference: Reference, api: ApiClient): Promise<string> {
	return 'id' in reference ? reference.id : (await typeAt(reference.url, api)).id;
}
