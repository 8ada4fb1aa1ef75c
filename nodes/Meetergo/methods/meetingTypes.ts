import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { meetingTypes } from '../api/meetingTypes';
import type { ApiClient } from '../transport/types';
import { dropdownClient, matches } from './dropdown';

async function namedTypes(api: ApiClient, filter?: string) {
	const found: Array<{ name: string; value: string; url: string | undefined }> = [];
	for await (const { id, slug, meetingInfo, bookingUrl } of api.list(meetingTypes)) {
		if (!matches(filter, meetingInfo?.name, slug)) continue;
		const length = meetingInfo?.duration === undefined ? '' : ` (${meetingInfo.duration} min)`;
		found.push({
			name: `${meetingInfo?.name ?? slug ?? id}${length}`,
			value: id,
			url: bookingUrl,
		});
	}
	return found.sort((a, b) => a.name.localeCompare(b.name));
}

/** Meeting types of the acting user by name or address. */
export async function searchMeetingTypes(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return { results: await namedTypes(await dropdownClient(this), filter) };
}

/** Meeting types of the acting user as options of a field that takes several. */
export async function getMeetingTypes(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return (await namedTypes(await dropdownClient(this))).map(({ name, value }) => ({ name, value }));
}
