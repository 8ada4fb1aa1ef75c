import type { IDataObject } from 'n8n-workflow';
import type { Listing, Page } from './types';

/**
 * Yields every record of a list once, holding one page in memory. The page size stays the same over
 * a run, because changing it would shift the pages. Rows that arrive meanwhile push known records
 * onto later pages; such a record is yielded the first time only. Rows that move to the end pull
 * others onto pages already read; then the list is read once more, for those that were missed.
 *
 * @param fetchPage asks for one page with these query keys
 * @param limit the most records to yield; no page is asked for that is not needed
 * @param onCut called before the last record where the limit leaves out something
 */
export async function* pages<T>(
	listing: Listing<T>,
	fetchPage: (keys: IDataObject) => Promise<Page<T>>,
	limit = Infinity,
	onCut: () => void = () => {},
): AsyncGenerator<T, void, undefined> {
	if (limit <= 0) return;
	const seen = new Set<string>();
	const first = listing.first(Math.min(limit, listing.largestPage ?? limit));

	/** What of a page was not seen before, up to the limit. */
	function* unseen({ records, next }: Page<T>): Generator<T, void, undefined> {
		for (const [at, record] of records.entries()) {
			if (seen.size >= limit) return;
			const id = listing.id(record);
			if (seen.has(id)) continue;
			seen.add(id);
			const goesOn = at + 1 < records.length || next !== undefined;
			if (seen.size === limit && goesOn) onCut();
			yield record;
		}
	}

	let firstTotal: number | undefined;
	let highestTotal = 0;
	let total = 0;
	let repeats = 0;
	for (let keys: IDataObject | undefined = first; keys !== undefined; ) {
		const page: Page<T> = await fetchPage(keys);
		const before = seen.size;
		yield* unseen(page);
		if (seen.size >= limit) return;

		const added = seen.size - before;
		repeats += page.records.length - added;
		total = page.total ?? 0;
		firstTotal ??= total;
		highestTotal = Math.max(highestTotal, total);
		// Only rows that arrived can bring repeats; more of them, and rows moved or the server ignores what it is asked.
		if (added === 0 && (page.records.length === 0 || repeats > highestTotal - firstTotal)) break;
		keys = page.next;
	}

	// Rows that arrived since are no reason to read on: they were not in the list that was asked for.
	const expected = Math.min(firstTotal ?? 0, total);
	let lastIds = '';
	for (let keys: IDataObject | undefined = first; keys && seen.size < expected; ) {
		const page: Page<T> = await fetchPage(keys);
		yield* unseen(page);
		const ids = page.records.map(listing.id).join();
		if (seen.size >= limit || ids === lastIds) return;
		lastIds = ids;
		keys = page.next;
	}
}
