import type { IDataObject } from 'n8n-workflow';
import type { Listing, Page } from './types';

/**
 * Yields every record of a list once, holding one page in memory. The page size stays the same over
 * a run, because changing it would shift the pages. Rows that enter or leave the list meanwhile
 * make records appear on two pages; such a record is yielded the first time only.
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
	let highestTotal = 0;
	let keys: IDataObject | undefined = listing.first(Math.min(limit, listing.largestPage ?? limit));

	while (keys !== undefined && seen.size < limit) {
		const page: Page<T> = await fetchPage(keys);
		const seenBefore = seen.size;
		for (const record of page.records) {
			const id = listing.id(record);
			if (seen.has(id)) continue;
			seen.add(id);
			yield record;
			if (seen.size >= limit) return;
		}
		const total = page.total ?? 0;
		// Guards against a server that ignores the page it is asked for.
		const standsStill = seen.size === seenBefore && total <= highestTotal;
		highestTotal = Math.max(highestTotal, total);
		keys = standsStill ? undefined : page.next;
	}
}
