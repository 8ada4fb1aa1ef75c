import type { IDataObject } from 'n8n-workflow';
import { createClient } from '../../../nodes/Meetergo/transport/client';
import {
	offsets,
	oneBasedPages,
	zeroBasedPages,
	type ListShape,
} from '../../../nodes/Meetergo/transport/paginate';
import { v4 } from '../../../nodes/Meetergo/transport/path';
import type { Ask } from '../../../nodes/Meetergo/transport/types';
import { ok, server, voice } from './fakes.cts';

/* A server may put fewer records on a page than it was asked for, and tell how many there are in all. */

interface Row {
	readonly id: number;
}

const LARGEST = 20;
const shape: ListShape<Row> = { path: v4`/rows`, key: 'rows', id: ({ id }) => id };
const rowsUpTo = (count: number): Row[] => Array.from({ length: count }, (_, id) => ({ id }));

/** Where the page begins that these keys ask for, on a server whose pages hold `size` records. */
type Begin = (query: IDataObject, size: number) => number;

const byPage: Begin = ({ page }, size) => Number(page) * size;
const byPageFromOne: Begin = ({ page }, size) => (Number(page) - 1) * size;
const byOffset: Begin = ({ offset }) => Number(offset);

/** Reads a list of `count` rows from a server with pages of 20 at most; tells how often it was asked. */
async function read(
	listing: ReturnType<typeof offsets<Row>>,
	begin: Begin,
	count: number,
	limit?: number,
	written: (total: number) => unknown = (total) => total,
) {
	const asked: Ask[] = [];
	const send = async (ask: Ask) => {
		asked.push(ask);
		if (asked.length > 20) throw new RangeError('asked without end');
		const query = ask.query ?? {};
		const size = Math.min(LARGEST, Number(query.pageSize ?? query.limit));
		const from = begin(query, size);
		const rows = rowsUpTo(count).slice(from, from + size);
		return await Promise.resolve(ok({ rows, total: written(count) }));
	};
	const api = createClient({ ...server([], { send }), memo: new Map(), voice: voice() });
	const records: Row[] = [];
	for await (const record of api.list(listing, {}, limit)) records.push(record);
	return { records, requests: asked.length };
}

describe.each([
	['pages from 0', zeroBasedPages<Row>, byPage],
	['pages from 1', oneBasedPages<Row>, byPageFromOne],
	['offsets', offsets<Row>, byOffset],
] as const)('a list with smaller pages than asked for: %s', (_name, convention, begin) => {
	it('is read to its end', async () => {
		const { records, requests } = await read(convention(shape), begin, 50);
		expect(records).toEqual(rowsUpTo(50));
		expect(requests).toBe(3);
	});

	it('is read to its end where the last page is full', async () => {
		const { records, requests } = await read(convention(shape), begin, 40);
		expect(records).toEqual(rowsUpTo(40));
		expect(requests).toBe(2);
	});

	it('is read to its end where the total is a text', async () => {
		expect((await read(convention(shape), begin, 50, undefined, String)).records).toHaveLength(50);
	});

	it('is read as far as it is wanted', async () => {
		const { records, requests } = await read(convention(shape), begin, 50, 30);
		expect(records).toEqual(rowsUpTo(30));
		expect(requests).toBe(2);
	});

	it('of one page is read by one request', async () => {
		const { records, requests } = await read(convention(shape), begin, 20);
		expect(records).toEqual(rowsUpTo(20));
		expect(requests).toBe(1);
	});
});
