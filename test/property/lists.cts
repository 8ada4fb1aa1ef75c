import type { IDataObject } from 'n8n-workflow';
import {
	cursors,
	offsets,
	oneBasedPages,
	wholeList,
	zeroBasedPages,
	type ListShape,
} from '../../nodes/Meetergo/transport/paginate';
import { v4 } from '../../nodes/Meetergo/transport/path';
import type { Listing } from '../../nodes/Meetergo/transport/types';

export interface Row {
	readonly id: number;
}

/** How a server shows its total. */
export type Total = 'number' | 'text' | 'absent';

/** A server's way of cutting a page out of its rows, and the client's convention for it. */
export interface Paging {
	readonly name: string;
	listing(shape: ListShape<Row>): Listing<Row>;
	/** The page these query keys ask for, and what stands around it besides a total. */
	cut(rows: readonly Row[], keys: IDataObject): { page: readonly Row[]; around?: IDataObject };
	/** The size of page these query keys ask for. */
	size(keys: IDataObject): unknown;
	readonly tellsTotal: boolean;
}

export const pagings: readonly Paging[] = [
	{
		name: 'pages from 0',
		listing: zeroBasedPages,
		cut: (rows, { page, pageSize }) => ({
			page: rows.slice(Number(page) * Number(pageSize), (Number(page) + 1) * Number(pageSize)),
		}),
		size: ({ pageSize }) => pageSize,
		tellsTotal: true,
	},
	{
		name: 'pages from 1',
		listing: oneBasedPages,
		cut: (rows, { page, limit }) => ({
			page: rows.slice((Number(page) - 1) * Number(limit), Number(page) * Number(limit)),
			around: { page, limit, totalPages: Math.ceil(rows.length / Number(limit)) },
		}),
		size: ({ limit }) => limit,
		tellsTotal: true,
	},
	{
		name: 'offsets',
		listing: offsets,
		cut: (rows, { offset, limit }) => ({
			page: rows.slice(Number(offset), Number(offset) + Number(limit)),
		}),
		size: ({ limit }) => limit,
		tellsTotal: true,
	},
	{
		name: 'cursors',
		listing: cursors,
		cut(rows, { cursor, limit }) {
			const start = rows.findIndex(({ id }) => `after ${id}` === cursor) + 1;
			const page = rows.slice(start, start + Number(limit));
			const hasMore = start + page.length < rows.length;
			return { page, around: { hasMore, nextCursor: hasMore ? `after ${page.at(-1)?.id}` : null } };
		},
		size: ({ limit }) => limit,
		tellsTotal: false,
	},
	{
		name: 'whole lists',
		listing: wholeList,
		cut: (rows) => ({ page: rows }),
		size: () => undefined,
		tellsTotal: false,
	},
];

export const shape: ListShape<Row> = {
	path: v4`/rows`,
	key: ['rows', 'data'],
	id: ({ id }) => id,
	unwrap: ({ item }) => (isRow(item) ? item : undefined),
};

function isRow(value: unknown): value is Row {
	return typeof value === 'object' && value !== null && 'id' in value;
}

/** An answer as the API gives it: wrapped records in an envelope, or a bare array. */
export function answer(
	rows: readonly Row[],
	{ page, around }: ReturnType<Paging['cut']>,
	total: Total,
	key: string,
): unknown {
	const wrapped = page.map((item) => ({ item }));
	if (key === '') return wrapped;
	if (total === 'absent') return { [key]: wrapped, ...around, totalPages: undefined };
	return {
		[key]: wrapped,
		...around,
		total: total === 'text' ? String(rows.length) : rows.length,
	};
}
