import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { calendarConnections } from '../api/calendarConnections';
import { chosenId, dropdownClient, matches } from './dropdown';

/** Connected calendars of the host in the form, else of the acting user. */
export async function searchCalendarConnections(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const api = await dropdownClient(this);
	const query = { userId: chosenId(this, 'hostId') };
	const results: INodeListSearchResult['results'] = [];
	for await (const { id, provider, email, isPrimary } of api.list(calendarConnections, query)) {
		if (!matches(filter, provider, email ?? undefined)) continue;
		const name = [provider, email].filter(Boolean).join(' ');
		results.push({ name: `${name || id}${isPrimary ? ' (primary)' : ''}`, value: id });
	}
	return { results: results.sort((a, b) => a.name.localeCompare(b.name)) };
}
