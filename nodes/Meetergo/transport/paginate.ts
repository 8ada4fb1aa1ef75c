import type { IDataObject } from 'n8n-workflow';
import { isObject } from './isObject';
import type { Listing, Path } from './types';

/** What tells one list from another; how it is paged is the convention's part. */
export interface ListShape<T> {
	readonly path: Path;
	/** The key that holds the records, or several where that is uncertain. A bare array is always taken. */
	readonly key?: string | readonly string[];
	/** Ids may be texts or numbers. A record without one is known by its content. */
	readonly id: (record: T) => string | number | undefined;
	/** Takes the record out of a wrapper, such as `{ item, appointments }`. */
	readonly unwrap?: (row: IDataObject) => T | undefined;
	/** The most records the API puts on one page. */
	readonly largestPage?: number;
}

/** `page` from 0 and `pageSize`: appointments and provisional bookings. */
export function zeroBasedPages<T>(shape: ListShape<T>): Listing<T> {
	return listing(shape, {
		first: (pageSize) => ({ page: 0, pageSize }),
		next({ page, pageSize }, found) {
			const size = trueSize(found, Number(pageSize), Number(page) === 0);
			return goesOn(found, size, (Number(page) + 1) * size)
				? { page: Number(page) + 1, pageSize: size }
				: undefined;
		},
	});
}

/** `page` from 1 and `limit`: contacts, companies, deals and tasks. */
export function oneBasedPages<T>(shape: ListShape<T>): Listing<T> {
	return listing(shape, {
		first: (limit) => ({ page: 1, limit }),
		next({ page, limit }, found) {
			const size = trueSize(found, Number(limit), Number(page) === 1);
			return goesOn(found, size, Number(page) * size)
				? { page: Number(page) + 1, limit: size }
				: undefined;
		},
	});
}

/** `offset` and `limit`: users, routing forms and data fields. */
export function offsets<T>(shape: ListShape<T>): Listing<T> {
	return listing(shape, {
		first: (limit) => ({ limit, offset: 0 }),
		next: ({ limit, offset }, found) =>
			goesOn(found, Number(limit), Number(offset) + found.rows.length)
				? { limit, offset: Number(offset) + found.rows.length }
				: undefined,
	});
}

/** `cursor` and `limit`, answered with `nextCursor` and `hasMore`: a contact's activity. */
export function cursors<T>(shape: ListShape<T>): Listing<T> {
	return listing(shape, {
		first: (limit) => ({ limit }),
		next: ({ limit }, { envelope: { nextCursor, hasMore } }) =>
			nextCursor && hasMore !== false ? { limit, cursor: nextCursor } : undefined,
	});
}

/** Everything in one answer: meeting types, today's appointments, schedules, webhooks, pipelines. */
export function wholeList<T>(shape: Omit<ListShape<T>, 'largestPage'>): Listing<T> {
	return {
		...listing(shape, { first: () => ({}), next: () => undefined }),
		largestPage: undefined,
	};
}

/** The list part of an answer, and what stands around it. */
interface Found {
	readonly rows: readonly unknown[];
	readonly envelope: IDataObject;
	readonly total?: number;
}

interface Convention {
	first(pageSize: number): IDataObject;
	next(sent: IDataObject, found: Found): IDataObject | undefined;
}

function listing<T>(shape: ListShape<T>, convention: Convention): Listing<T> {
	const keys = [shape.key ?? []].flat();
	const unwrap = shape.unwrap ?? ((row: IDataObject) => row as T);
	return {
		path: shape.path,
		first: (pageSize) => convention.first(pageSize),
		largestPage: shape.largestPage ?? 100,
		read(answer, sent) {
			const found = findList(answer, keys);
			return (
				found && {
					records: found.rows
						.filter(isObject)
						.map(unwrap)
						.filter((record) => record !== undefined),
					next: convention.next(sent, found),
					total: found.total,
				}
			);
		},
		id: (record) => String(shape.id(record) ?? JSON.stringify(record)),
	};
}

function findList(answer: unknown, keys: readonly string[]): Found | undefined {
	if (Array.isArray(answer)) return { rows: answer, envelope: {} };
	if (!isObject(answer)) return undefined;
	const rows = keys.map((key) => answer[key]).find((value) => Array.isArray(value));
	return rows && { rows, envelope: answer, total: numberIn(answer.total) };
}

/** A first page that is short although there is more tells that the server's pages are smaller than what was asked for. */
function trueSize({ rows, total = 0 }: Found, asked: number, isFirst: boolean): number {
	return isFirst && rows.length > 0 && rows.length < Math.min(asked, total) ? rows.length : asked;
}

/** The total decides; without one, a page that is not full is the last. */
function goesOn(found: Found, pageSize: number, end: number): boolean {
	return found.total === undefined ? found.rows.length >= pageSize : end < found.total;
}

function numberIn(value: unknown): number | undefined {
	const text = typeof value === 'number' ? String(value) : value;
	return typeof text === 'string' && /^\d+$/.test(text.trim()) ? Number(text) : undefined;
}
