import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { availabilities } from '../api/availabilities';
import { dropdownClient, matches } from './dropdown';

/** Schedules of the acting user by name. */
export async function searchSchedules(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const api = await dropdownClient(this);
	const results: INodeListSearchResult['results'] = [];
	for await (const { id, name, timezone, isDefault } of api.list(availabilities)) {
		if (!matches(filter, name, timezone)) continue;
		results.push({ name: `${name} (${timezone}${isDefault ? ', default' : ''})`, value: id });
	}
	return { results: results.sort((a, b) => a.name.localeCompare(b.name)) };
}
