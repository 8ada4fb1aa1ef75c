import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { meetingTypes } from '../api/listings';
import { dropdownClient, matches } from './dropdown';

/** Meeting types of the acting user by name or address. */
export async function searchMeetingTypes(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const api = await dropdownClient(this);
	const results: INodeListSearchResult['results'] = [];
	for await (const { id, slug, meetingInfo, bookingUrl } of api.list(meetingTypes)) {
		if (!matches(filter, meetingInfo?.name, slug)) continue;
		const length = meetingInfo?.duration === undefined ? '' : ` (${meetingInfo.duration} min)`;
		results.push({
			name: `${meetingInfo?.name ?? slug ?? id}${length}`,
			value: id,
			url: bookingUrl,
		});
	}
	return { results: results.sort((a, b) => a.name.localeCompare(b.name)) };
}
