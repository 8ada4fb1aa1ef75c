/*
 * `npm run docs`: writes all that follows from the table, so that nobody has to keep it in step by hand. The schemas of outputs
 * are recorded by tests: those of operations that are new or document other fields than before, with `-- --outputs` all of them,
 * and with `-- --outputs=booking.get,user.get` the ones that are named. With `-- --check` it writes nothing, and fails where
 * something is not up to date.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isUpToDate, writeChanged } from './docs/generated.cts';
import { brokenNames, namesNow, type Names } from './docs/names.cts';
import { fillIn, operationsPage, operationsTable, triggersPage } from './docs/pages.cts';
import { leftoverSchemas, outputsToRecord, schemaFileOf, staleOutputs } from './docs/outputs.cts';
import { recordOutputSchemas, removeLeftovers } from './docs/recordedOutputs.cts';

const ROOT = join(__dirname, '..');
const at = (...parts: string[]) => join(ROOT, ...parts);

const args = process.argv.slice(2);
const namesFile = at('test', 'unit', 'node', 'names.json');
const before: Names = existsSync(namesFile) ? JSON.parse(readFileSync(namesFile, 'utf8')) : {};
const now = namesNow();
const broken = brokenNames(before, now);
if (broken.length > 0) {
	console.error('Saved workflows rely on these names, so they must stay:');
	for (const text of broken) console.error(`  ${text}`);
	process.exit(1);
}

const readme = at('README.md');
const pages: ReadonlyArray<readonly [file: string, text: string]> = [
	[namesFile, `${JSON.stringify(now, null, '\t')}\n`],
	[at('docs', 'operations.md'), operationsPage()],
	[at('docs', 'triggers.md'), triggersPage()],
	[readme, fillIn(readFileSync(readme, 'utf8'), 'operations', operationsTable())],
];
if (args.includes('--check')) check();
else write();

function check(): void {
	const outdated = [
		...pages.filter((page) => !isUpToDate(...page)).map(([file]) => file),
		...leftoverSchemas(),
		...staleOutputs().map(schemaFileOf),
	];
	if (outdated.length === 0) return;
	console.error('These files are not up to date. Run `npm run docs`, and commit what it writes:');
	for (const file of outdated) console.error(`  ${relative(ROOT, file)}`);
	process.exitCode = 1;
}

function write(): void {
	const changed = [
		...pages.filter((page) => writeChanged(...page)).map(([file]) => file),
		...removeLeftovers(),
		...recordOutputSchemas(outputsToRecord(args)),
	];
	for (const file of changed) console.log(`Changed ${relative(ROOT, file)}`);
	if (changed.length === 0) console.log('Everything is up to date.');
}
