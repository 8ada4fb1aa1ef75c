import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isObject } from '../isObject.cts';

/** One kind of record: JSON text by key, so that nobody holds on to what is stored. A `Map` will do. */
export interface Table {
	get(key: string): string | undefined;
	set(key: string, text: string): unknown;
	delete(key: string): unknown;
	entries(): Iterable<[key: string, text: string]>;
}

const TABLES = ['staticData', 'workflows', 'webhooks', 'pollJobs', 'cursors'] as const;

/**
 * What n8n's database keeps when n8n ends. `workflows` holds the published ones and `staticData` what the nodes of a
 * workflow have kept, both by id; `webhooks` who listens where, by method and path; `pollJobs` and `cursors`, by
 * workflow and node, what the durable scheduler knows.
 */
export type Database = Readonly<Record<(typeof TABLES)[number], Table>>;

export function memoryDatabase(): Database {
	return {
		staticData: new Map(),
		workflows: new Map(),
		webhooks: new Map(),
		pollJobs: new Map(),
		cursors: new Map(),
	};
}

/**
 * A database in one file, made with the first record. Every change is in the file before `set` or `delete` returns, all
 * of it or nothing, so that a process may be killed at any time.
 *
 * @throws Error when the file is there and not made by this
 */
export function fileDatabase(file: string): Database {
	const stored: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
	const database = memoryDatabase();
	const write = () => {
		const content = TABLES.map((name) => [name, Object.fromEntries(database[name].entries())]);
		writeFileSync(`${file}.draft`, JSON.stringify(Object.fromEntries(content)));
		renameSync(`${file}.draft`, file);
	};
	const writing = (table: Table): Table => ({
		get: (key) => table.get(key),
		set(key, text) {
			table.set(key, text);
			write();
		},
		delete(key) {
			table.delete(key);
			write();
		},
		entries: () => table.entries(),
	});
	for (const name of TABLES) {
		for (const [key, text] of recordsIn(stored, name)) database[name].set(key, text);
	}
	return {
		staticData: writing(database.staticData),
		workflows: writing(database.workflows),
		webhooks: writing(database.webhooks),
		pollJobs: writing(database.pollJobs),
		cursors: writing(database.cursors),
	};
}

function recordsIn(stored: unknown, name: string): Array<[key: string, text: string]> {
	const records = isObject(stored) ? (stored[name] ?? {}) : undefined;
	if (!isObject(records)) throw new Error(`The database has no table "${name}".`);
	return Object.entries(records).map(([key, text]) => [key, String(text)]);
}
