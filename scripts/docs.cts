/*
 * `npm run docs`: writes all that follows from the table, so that nobody has to keep it in step by hand. The schemas of outputs
 * are recorded by tests: those of operations that are new or document other fields than before, with `-- --outputs` all of them,
 * and with `-- --outputs=booking.get,user.get` the ones that are named.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brokenNames, namesNow, type Names } from './docs/names.cts';
import { fillIn, operationsPage, operationsTable, triggersPage } from './docs/pages.cts';
import { outputsToRecord } from './docs/outputs.cts';
import { recordOutputSchemas, removeLeftovers } from './docs/recordedOutputs.cts';
import { writeChanged } from './docs/writeChanged.cts';

const ROOT = join(__dirname, '..');
const at = (...parts: string[]) => join(ROOT, ...parts);
const namesFile = at('test', 'unit', 'node', 'names.json');

try {
	const changed = [...writePages(), ...removeLeftovers(), ...recordOutputs()];
	for (const file of changed) console.log(`Changed ${relative(ROOT, file)}`);
	if (changed.length === 0) console.log('Everything is up to date.');
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}

function writePages(): string[] {
	const readme = at('README.md');
	const pages: ReadonlyArray<readonly [file: string, text: string]> = [
		[namesFile, `${JSON.stringify(checkedNames(), null, '\t')}\n`],
		[at('docs', 'operations.md'), operationsPage()],
		[at('docs', 'triggers.md'), triggersPage()],
		[readme, fillIn(readFileSync(readme, 'utf8'), 'operations', operationsTable())],
	];
	return pages.filter(([file, text]) => writeChanged(file, text)).map(([file]) => file);
}

/** The names as they are now, which still have all that saved workflows rely on. */
function checkedNames(): Names {
	const before: Names = existsSync(namesFile) ? JSON.parse(readFileSync(namesFile, 'utf8')) : {};
	const now = namesNow();
	const broken = brokenNames(before, now);
	if (broken.length === 0) return now;
	throw new Error(
		['Saved workflows rely on these names, so they must stay:', ...broken].join('\n  '),
	);
}

function recordOutputs(): string[] {
	return recordOutputSchemas(outputsToRecord(process.argv.slice(2)));
}
