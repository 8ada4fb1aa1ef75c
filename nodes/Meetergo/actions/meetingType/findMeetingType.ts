import { meetingTypes } from '../../api/listings';
import type { MeetingType } from '../../api/records';
import type { Reference } from '../../fields/locator';
import { inputFailure } from '../../transport/nodeErrors';
import { v4 } from '../../transport/path';
import type { ApiClient } from '../../transport/types';
import { Known } from '../known';

/** The part of an address that names a booking page, whatever stands around it. */
function page(address: string): string {
	return address
		.replace(/[?#].*$/, '')
		.replace(/\/+$/, '')
		.replace(/^https?:\/\//i, '')
		.toLowerCase();
}

function isAt({ bookingUrl }: MeetingType, url: string): boolean {
	return bookingUrl !== undefined && page(bookingUrl) === page(url);
}

/** A link that works once is a secret, so the address is not told. */
function nothingAt(api: ApiClient): never {
	return api.fail(
		inputFailure(
			'Meeting Type',
			'no meeting type of this user has this address. Choose it From List, or give its ID',
		),
	);
}

async function findByUrl(url: string, api: ApiClient): Promise<MeetingType> {
	for await (const type of api.list(meetingTypes)) if (isAt(type, url)) return type;
	return nothingAt(api);
}

/** The meeting type a locator points at; asked for once per run, however many items name it. */
export async function findMeetingType(reference: Reference, api: ApiClient): Promise<MeetingType> {
	return 'id' in reference
		? await api.perRun(`meeting type ${reference.id}`, () =>
				api.get<MeetingType>(v4`/meeting-type/${reference.id}`),
			)
		: await api.perRun(`meeting type ${reference.url}`, () => findByUrl(reference.url, api));
}

/**
 * The id behind a locator, for operations that change types: an address is looked up among the known types, to which
 * they add what they change.
 */
export async function meetingTypeIdOf(reference: Reference, api: ApiClient): Promise<string> {
	if ('id' in reference) return reference.id;
	const { records } = await Known.in(meetingTypes, api);
	const type = records.find((one) => isAt(one, reference.url));
	return (type ?? nothingAt(api)).id;
}
