import Table from 'cli-table3';
import type { IDataObject } from 'n8n-workflow';

const MOST_ROWS = 10;
const MOST_IN_CELL = 36;
const LEAST_IN_CUT_CELL = 12;
/** A cell's padding and its border. */
const CELL_FRAME = 3;

/**
 * Draws records as a table that fits into `width` characters: the first rows, the first columns that
 * have room, long values cut. Says what it leaves out.
 */
export function drawRecords(records: IDataObject[], width: number): string {
	const shown = records.slice(0, MOST_ROWS).map((record) => flatten(record));
	const names = [...new Set(shown.flatMap((record) => Object.keys(record)))];
	if (names.length === 0) return '(no fields)';
	const filled = names.filter((name) => shown.some((record) => record[name]));
	const columns = fitting(filled.length > 0 ? filled : names, shown, width);
	const rows = shown.map((record) => columns.map(({ name }) => record[name] ?? ''));
	const drawn = drawTable(
		columns.map(({ name }) => name),
		rows,
		columns.map((column) => column.width),
	);
	const taken = new Set(columns.map(({ name }) => name));
	const missing = names.filter((name) => !taken.has(name));
	return [drawn, ...leftOut(records.length, missing, width)].join('\n');
}

/** Draws a table. Widths count characters without padding and border; longer values are cut. */
export function drawTable(head: string[], rows: string[][], widths?: number[]): string {
	const table = new Table({
		head,
		...(widths && { colWidths: widths.map((width) => width + CELL_FRAME - 1) }),
		style: { head: [], border: [], compact: true },
	});
	table.push(...rows);
	return table.toString();
}

function leftOut(records: number, columns: string[], width: number): string[] {
	const notes: string[] = [];
	if (records > MOST_ROWS) notes.push(`... and ${records - MOST_ROWS} more`);
	if (columns.length > 0) notes.push(cut(`also: ${columns.join(', ')}`, width));
	return notes;
}

/** A record as one text a column; objects inside become columns of their own. */
function flatten(record: IDataObject, prefix = ''): Record<string, string> {
	const flat: Record<string, string> = {};
	for (const [key, value] of Object.entries(record)) {
		if (isPlainObject(value)) Object.assign(flat, flatten(value, `${prefix}${key}.`));
		else flat[prefix + key] = toText(value);
	}
	return flat;
}

function isPlainObject(value: unknown): value is IDataObject {
	return (
		typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
	);
}

const UUID = /^([0-9a-f]{8})-[0-9a-f-]{27}$/i;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):\d{2}(?:\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** A value for reading, not for copying: ids and times are shortened. */
function toText(value: unknown): string {
	if (value === null || value === undefined) return '';
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return (
		text
			.replace(UUID, '$1…')
			.replace(INSTANT, '$1 $2 $3')
			// Data must not move the cursor or colour the terminal.
			.replace(/\p{Cc}+/gu, ' ')
	);
}

/** Shortens a text to so many characters. */
export function cut(text: string, width: number): string {
	return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}

interface Column {
	name: string;
	width: number;
}

function fitting(names: string[], records: Array<Record<string, string>>, width: number): Column[] {
	const columns: Column[] = [];
	let free = width - 1;
	for (const name of names) {
		const longest = Math.max(name.length, ...records.map((record) => record[name]?.length ?? 0));
		const wanted = Math.min(longest, MOST_IN_CELL);
		const room = free - CELL_FRAME;
		if (wanted > room && room < LEAST_IN_CUT_CELL && columns.length > 0) continue;
		const taken = Math.max(1, Math.min(wanted, room));
		columns.push({ name, width: taken });
		free -= taken + CELL_FRAME;
	}
	return columns;
}
