import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { pages } from '../../nodes/Meetergo/transport/pages';
import type { Listing, Page } from '../../nodes/Meetergo/transport/types';
import { answer, pagings, shape, type Paging, type Row, type Total } from './lists.cts';

/** Rows that enter before a page is asked for, each at a place from 0 (first) to 1 (last). */
type Arrivals = ReadonlyArray<readonly number[]>;

interface Case {
	readonly count: number;
	readonly largestPage: number;
	readonly limit: number | undefined;
	readonly total: Total;
	readonly key: string;
	readonly arrivals: Arrivals;
}

const largestPages = fc.integer({ min: 1, max: 9 });

/** Whatever happens to a list, as far as a client can cope with it. */
const cases: fc.Arbitrary<Case> = fc
	.record({
		count: fc.nat(40),
		largestPage: largestPages,
		limit: fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }),
		total: fc.constantFrom<Total>('number', 'text', 'absent'),
		key: fc.constantFrom('rows', 'data', ''),
	})
	.chain((given) => {
		const size = Math.min(given.largestPage, given.limit ?? Infinity);
		// Without a total, a page full of known rows cannot be told from a server that ignores pages.
		const atMost = given.total === 'absent' || given.key === '' ? size - 1 : 12;
		const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: atMost });
		return fc.record({ ...constants(given), arrivals: fc.array(places, { maxLength: 8 }) });
	});

function constants<T extends object>(given: T): { [K in keyof T]: fc.Arbitrary<T[K]> } {
	const entries = Object.entries(given).map(([name, value]) => [name, fc.constant(value)]);
	return Object.fromEntries(entries);
}

const firstArrival = 1000;

/** Reads a list from a server where rows arrive before each request but the first. */
async function read(paging: Paging, given: Case) {
	const rows: Row[] = Array.from({ length: given.count }, (_, id) => ({ id }));
	const asked: IDataObject[] = [];
	let nextId = firstArrival;
	const listing = paging.listing({ ...shape, largestPage: given.largestPage });
	const records = await collect(listing, given.limit, (keys) => {
		if (asked.length > 0) {
			for (const place of given.arrivals[asked.length - 1] ?? []) {
				rows.splice(Math.round(place * rows.length), 0, { id: nextId++ });
			}
		}
		asked.push(keys);
		return answer(
			rows,
			paging.cut(rows, keys),
			given.total,
			paging.tellsTotal ? given.key : 'rows',
		);
	});
	return { ids: records.map(({ id }) => id), asked };
}

/** Everything a list yields; gives up on a list that never ends. */
async function collect<T>(
	listing: Listing<T>,
	limit: number | undefined,
	ask: (keys: IDataObject) => unknown,
): Promise<T[]> {
	let requests = 0;
	const fetchPage = async (keys: IDataObject): Promise<Page<T>> => {
		requests += 1;
		if (requests > 500) throw new RangeError('endless');
		return await Promise.resolve(listing.read(ask(keys), keys) ?? { records: [] });
	};
	const records: T[] = [];
	for await (const record of pages(listing, fetchPage, limit)) records.push(record);
	return records;
}

describe.each(pagings)('$name', (paging) => {
	const isWhole = paging.size({ limit: 1, pageSize: 1 }) === undefined;

	it('give every row that was there at the start once, and nothing twice', async () => {
		await fc.assert(
			fc.asyncProperty(cases, async (given) => {
				const { ids } = await read(paging, { ...given, limit: undefined });
				expect(new Set(ids).size).toBe(ids.length);
				expect(ids.filter((id) => id < firstArrival)).toEqual(
					Array.from({ length: given.count }, (_, id) => id),
				);
			}),
		);
	});

	it('stop at the limit', async () => {
		await fc.assert(
			fc.asyncProperty(cases, async (given) => {
				const { ids } = await read(paging, given);
				const limit = given.limit ?? Infinity;
				expect(new Set(ids).size).toBe(ids.length);
				expect(ids.length).toBeLessThanOrEqual(limit);
				expect(ids.length).toBeGreaterThanOrEqual(Math.min(limit, given.count));
			}),
		);
	});

	it('keep the page size', async () => {
		await fc.assert(
			fc.asyncProperty(cases, async (given) => {
				const { asked } = await read(paging, given);
				const size = Math.min(given.largestPage, given.limit ?? Infinity);
				const sizes = new Set(asked.map((keys) => paging.size(keys)));
				expect([...sizes]).toEqual([isWhole ? undefined : size]);
			}),
		);
	});

	it('ask for no page that is not needed', async () => {
		await fc.assert(
			fc.asyncProperty(cases, async (given) => {
				const { asked } = await read(paging, { ...given, arrivals: [] });
				const wanted = Math.min(given.count, given.limit ?? Infinity);
				const size = isWhole ? Infinity : Math.min(given.largestPage, given.limit ?? Infinity);
				const needed = Math.max(1, Math.ceil(wanted / size));
				// A full last page looks like any other where nothing tells the end.
				const toldEnd = paging.tellsTotal ? given.total !== 'absent' && given.key !== '' : true;
				const extra = !toldEnd && wanted < (given.limit ?? Infinity) && wanted % size === 0 ? 1 : 0;
				expect(asked).toHaveLength(given.count === 0 ? 1 : needed + extra);
			}),
		);
	});

	it('end on a server that ignores what is asked', async () => {
		const rows = fc.array(fc.record({ item: fc.record({ id: fc.nat(20) }) }), { maxLength: 12 });
		const around = fc.record({ total: fc.nat(), nextCursor: fc.string(), hasMore: fc.boolean() });
		await fc.assert(
			fc.asyncProperty(rows, around, largestPages, async (same, others, largestPage) => {
				const listing = paging.listing({ ...shape, largestPage });
				const records = await collect(listing, undefined, () => ({ rows: same, ...others }));
				expect(records.map(({ id }) => id)).toEqual([...new Set(same.map(({ item }) => item.id))]);
			}),
		);
	});

	it('give the rows that others pushed onto pages already read', async () => {
		const moves = fc.record({
			count: fc.integer({ min: 1, max: 30 }),
			row: fc.nat(29),
			at: fc.nat(5),
		});
		await fc.assert(
			fc.asyncProperty(moves, largestPages, async ({ count, row, at }, largestPage) => {
				const rows: Row[] = Array.from({ length: count }, (_, id) => ({ id }));
				let requests = 0;
				const listing = paging.listing({ ...shape, largestPage });
				const records = await collect(listing, undefined, (keys) => {
					if (requests === at) rows.push(...rows.splice(row % count, 1));
					requests += 1;
					return answer(rows, paging.cut(rows, keys), 'number', 'rows');
				});
				expect(records.map(({ id }) => id).sort((a, b) => a - b)).toEqual(
					Array.from({ length: count }, (_, id) => id),
				);
			}),
		);
	});

	it('end on a list from which rows are taken meanwhile', async () => {
		const deletions = fc.array(fc.nat(5), { maxLength: 10 });
		await fc.assert(
			fc.asyncProperty(cases, deletions, async (given, taken) => {
				const rows: Row[] = Array.from({ length: given.count }, (_, id) => ({ id }));
				let requests = 0;
				const listing = paging.listing({ ...shape, largestPage: given.largestPage });
				const records = await collect(listing, undefined, (keys) => {
					rows.splice(0, requests > 0 ? (taken[requests - 1] ?? 0) : 0);
					requests += 1;
					return answer(rows, paging.cut(rows, keys), given.total, 'rows');
				});
				expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
			}),
		);
	});

	it('survive any JSON', async () => {
		await fc.assert(
			fc.asyncProperty(fc.jsonValue(), async (json) => {
				const listing = paging.listing({ path: shape.path, key: 'rows', id: ({ id }) => id });
				await collect(listing, undefined, () => json);
				await collect(listing, undefined, () => ({ rows: json, total: json, nextCursor: json }));
			}),
		);
	});
});
