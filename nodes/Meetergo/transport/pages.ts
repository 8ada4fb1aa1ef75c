import type { IDataObject } from 'n8n-workflow';
import type { Listing, Page } from './types';

/**
 * Yields every record of a list once, holding one page in memory. The page size stays the same over
 * a run, because changing it would shift the pages. Rows that arrive meanwhile push known records
 * onto later pages; such a record is yielded the first time only.
 *
 * @param fetchPage asks for one page with these query keys
 * @param limit the most records to yield; no page is asked for that is not needed
 */
export async function* pages<T>(
	listing: Listing<T>,
	fetchPage: (keys: IDataObject) => Promise<Page<T>>,
	limit = Infinity,
): AsyncGenerator<T, void, undefined> {
	const seen = new Set<string>();
	let firstTotal: number | undefined;
	let highestTotal = 0;
	let repeats = 0;
	let keys: IDataObject | undefined = listing.first(Math.min(limit, listing.largestPage ?? limit));

	while (keys !== undefined && seen.size < limit) {
		const page: Page<T> = await fetchPage(keys);
		const before = seen.size;
		for (const record of page.records) {
			const id = listing.id(record);
			if (seen.has(id)) continue;
			seen.add(id);
			yield record;
			if (seen.size >= limit) return;
		}
		const added = seen.size - before;
		repeats += page.records.length - added;
		firstTotal ??= page.total ?? 0;
		highestTotal = Math.max(highestTotal, page.total ?? 0);
		// Only rows that arrived can bring repeats; more of them, and the server ignores what it is asked.
		const goesOn = added > 0 || (page.records.length > 0 && repeats <= highestTotal - firstTotal);
		keys = goesOn ? page.next : undefined;
	}
}
