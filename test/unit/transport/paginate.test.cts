import type { IDataObject } from 'n8n-workflow';
import { pages } from '../../../nodes/Meetergo/transport/pages';
import {
	cursors,
	offsets,
	oneBasedPages,
	wholeList,
	zeroBasedPages,
} from '../../../nodes/Meetergo/transport/paginate';
import { v4 } from '../../../nodes/Meetergo/transport/path';
import type { Listing } from '../../../nodes/Meetergo/transport/types';

interface Row {
	readonly id?: number;
	readonly name?: string;
}

const shape = { path: v4`/rows`, key: 'rows', id: ({ id }: Row) => id };

/** Reads a list whose pages come in this order; tells what was asked for. */
async function read(listing: Listing<Row>, answers: readonly unknown[], limit?: number) {
	const left = [...answers];
	const asked: IDataObject[] = [];
	const records: Row[] = [];
	const fetchPage = async (keys: IDataObject) => {
		asked.push(keys);
		if (left.length === 0) throw new RangeError('asked too often');
		const page = listing.read(left.shift(), keys);
		if (page === undefined) throw new TypeError('no list');
		return await Promise.resolve(page);
	};
	for await (const record of pages(listing, fetchPage, limit)) records.push(record);
	return { records, asked };
}

const rows = (...ids: number[]): Row[] => ids.map((id) => ({ id }));

describe('a list', () => {
	it('is not asked for when nothing is wanted', async () => {
		expect(await read(zeroBasedPages(shape), [], 0)).toEqual({ records: [], asked: [] });
	});

	it.each([
		['pages from 0', zeroBasedPages, { page: 0, pageSize: 100 }],
		['pages from 1', oneBasedPages, { page: 1, limit: 100 }],
		['offsets', offsets, { offset: 0, limit: 100 }],
		['cursors', cursors, { limit: 100 }],
		['whole lists', wholeList, {}],
	])('begins with the first page: %s', async (_, convention, first) => {
		const { records, asked } = await read(convention(shape), [{ rows: rows(1, 2) }]);
		expect(records).toEqual(rows(1, 2));
		expect(asked).toEqual([first]);
	});

	it('takes no more on a page than is wanted or allowed', async () => {
		const listing = zeroBasedPages({ ...shape, largestPage: 2 });
		expect((await read(listing, [rows(1)], 1)).asked).toEqual([{ page: 0, pageSize: 1 }]);
		expect((await read(listing, [rows(1, 2), rows(3, 4)], 3)).asked).toEqual([
			{ page: 0, pageSize: 2 },
			{ page: 1, pageSize: 2 },
		]);
	});

	it('goes on after a short page while the total tells of more', async () => {
		const answers = [1, 2, 3].map((id) => ({ rows: rows(id), total: '3' }));
		expect(await read(offsets(shape), answers)).toEqual({
			records: rows(1, 2, 3),
			asked: [
				{ limit: 100, offset: 0 },
				{ limit: 100, offset: 1 },
				{ limit: 100, offset: 2 },
			],
		});
	});

	it.each([
		['pages from 0', zeroBasedPages, { page: 1, pageSize: 2 }],
		['pages from 1', oneBasedPages, { page: 2, limit: 2 }],
		['offsets', offsets, { offset: 2, limit: 2 }],
	])('goes on after a full page where no total is told: %s', async (_, convention, second) => {
		const { records, asked } = await read(convention({ ...shape, largestPage: 2 }), [
			{ rows: rows(1, 2) },
			{ rows: rows(3) },
		]);
		expect(records).toEqual(rows(1, 2, 3));
		expect(asked.slice(1)).toEqual([second]);
	});

	it.each([
		['pages from 0', zeroBasedPages],
		['pages from 1', oneBasedPages],
		['offsets', offsets],
	])('ends after a full page where the total says so: %s', async (_, convention) => {
		const answers = [{ rows: rows(1, 2), total: 2 }];
		expect((await read(convention({ ...shape, largestPage: 2 }), answers)).asked).toHaveLength(1);
	});

	it.each([
		[3, 3],
		['3', 3],
		[' 3 ', 3],
		[0, 0],
		['about 3', undefined],
		['3+', undefined],
		[-1, undefined],
		[2.5, undefined],
		['', undefined],
		[null, undefined],
		[{ rows: 3 }, undefined],
	])('has the total %j: %j', (told, total) => {
		expect(wholeList(shape).read({ rows: rows(1), total: told }, {})?.total).toBe(total);
	});

	it('asks whole lists for no page', () => {
		expect(wholeList(shape).largestPage).toBeUndefined();
		expect(offsets(shape).largestPage).toBe(100);
	});

	it.each(['text', 7, null, undefined])('is not found in %j', (answer) => {
		expect(offsets(shape).read(answer, {})).toBeUndefined();
	});

	it('ends on an empty page whatever the total tells', async () => {
		const reading = [
			{ rows: rows(1), total: 500 },
			{ rows: rows(1), total: 900 },
			{ rows: [], total: 900 },
		];
		// The total says that rows are missing, so the list is read once more, as far as it goes.
		const answers = [...reading, ...reading.slice(0, 2)];
		expect((await read(offsets(shape), answers)).records).toEqual(rows(1));
	});

	it('follows cursors until there is no more', async () => {
		const listing = cursors({ ...shape, key: 'items', largestPage: 50 });
		const answers = [
			{ items: rows(1), nextCursor: 'a', hasMore: true },
			{ items: rows(2), nextCursor: 'b' },
			{ items: rows(3), nextCursor: 'c', hasMore: false },
		];
		expect(await read(listing, answers)).toEqual({
			records: rows(1, 2, 3),
			asked: [{ limit: 50 }, { limit: 50, cursor: 'a' }, { limit: 50, cursor: 'b' }],
		});
	});

	it.each([null, undefined, ''])('ends when the next cursor is %j', async (nextCursor) => {
		const answers = [{ rows: rows(1), nextCursor, hasMore: true }];
		expect((await read(cursors(shape), answers)).records).toEqual(rows(1));
	});

	it('knows records without an id by their content', async () => {
		const nameless = [{ name: 'a' }, { name: 'b' }, { name: 'a' }];
		expect((await read(wholeList(shape), [nameless])).records).toEqual([
			{ name: 'a' },
			{ name: 'b' },
		]);
	});

	it('is found under any of its keys, and holds objects only', () => {
		const listing = wholeList({ ...shape, key: ['items', 'data'] });
		const data = [{ id: 1 }, null, 'x', [], { id: 2 }];
		expect(listing.read({ items: 'none', data }, {})?.records).toEqual(rows(1, 2));
		expect(listing.read({ rows: data }, {})).toBeUndefined();
	});

	it('leaves out what holds no record', () => {
		const unwrap = ({ item }: IDataObject): Row | undefined =>
			item === undefined ? undefined : { id: Number(item) };
		const listing = wholeList<Row>({ ...shape, unwrap });
		expect(listing.read([{ item: 1 }, { note: 'x' }], {})?.records).toEqual(rows(1));
	});

	it('learns nothing of the size of pages from an empty one', () => {
		const page = { rows: [], total: 5 };
		const sent = { page: 0, pageSize: 2 };
		expect(zeroBasedPages(shape).read(page, sent)?.next).toEqual({ page: 1, pageSize: 2 });
	});

	it('is unwrapped, whether each record is wrapped or not', () => {
		const listing = wholeList<Row>({
			path: v4`/crm`,
			id: ({ id }) => id,
			unwrap: (row) => (typeof row.item === 'object' ? { ...row.item } : row),
		});
		expect(listing.read([{ item: { id: 1 }, appointments: [] }, { id: 2 }], {})?.records).toEqual(
			rows(1, 2),
		);
	});
});
