import { meetingTypes } from '../../api/listings';
import type { MeetingType } from '../../api/records';
import type { Reference } from '../../fields/locator';
import { inputFailure } from '../../transport/nodeErrors';
import { v4 } from '../../transport/path';
import type { ApiClient } from '../../transport/types';

/** The part of an address that names a booking page, whatever stands around it. */
function page(address: string): string {
	return address
		.replace(/[?#].*$/, '')
		.replace(/\/+$/, '')
		.replace(/^https?:\/\//i, '')
		.toLowerCase();
}

async function findByUrl(url: string, api: ApiClient): Promise<MeetingType> {
	for await (const type of api.list(meetingTypes)) {
		if (type.bookingUrl !== undefined && page(type.bookingUrl) === page(url)) return type;
	}
	return api.fail(
		inputFailure(
			'Meeting Type',
			`no meeting type of this user has the address ${url}. Choose it From List, or give its ID`,
		),
	);
}

/** The meeting type a locator points at; asked for once per run, however many items name it. */
export async function findMeetingType(reference: Reference, api: ApiClient): Promise<MeetingType> {
	return 'id' in reference
		? await api.perRun(`meeting type ${reference.id}`, () =>
				api.get<MeetingType>(v4`/meeting-type/${reference.id}`),
			)
		: await api.perRun(`meeting type ${reference.url}`, () => findByUrl(reference.url, api));
}
