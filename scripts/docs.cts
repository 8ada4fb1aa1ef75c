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

try {
	if (args.includes('--check')) check();
	else write();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}

function check(): void {
	const outdated = [
		...pages()
			.filter((page) => !isUpToDate(...page))
			.map(([file]) => file),
		...leftoverSchemas(),
		...staleOutputs().map(schemaFileOf),
	];
	if (outdated.length === 0) return;
	throw new Error(
		`Run \`npm run docs\`, and commit what it writes. Not up to date: ${listed(outdated).join(', ')}`,
	);
}

function write(): void {
	const changed = [
		...pages()
			.filter((page) => writeChanged(...page))
			.map(([file]) => file),
		...removeLeftovers(),
		...recordOutputSchemas(outputsToRecord(args)),
	];
	for (const file of listed(changed)) console.log(`Changed ${file}`);
	if (changed.length === 0) console.log('Everything is up to date.');
}

function listed(files: readonly string[]): string[] {
	return files.map((file) => relative(ROOT, file));
}

function pages(): Array<readonly [file: string, text: string]> {
	const readme = at('README.md');
	const namesFile = at('test', 'unit', 'node', 'names.json');
	return [
		[namesFile, `${JSON.stringify(checkedNames(namesFile), null, '\t')}\n`],
		[at('docs', 'operations.md'), operationsPage()],
		[at('docs', 'triggers.md'), triggersPage()],
		[readme, fillIn(readFileSync(readme, 'utf8'), 'operations', operationsTable())],
	];
}

/** The names as they are now, which still have all that saved workflows rely on. */
function checkedNames(file: string): Names {
	const before: Names = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
	const now = namesNow();
	const broken = brokenNames(before, now);
	if (broken.length === 0) return now;
	throw new Error(
		['Saved workflows rely on these names, so they must stay:', ...broken].join('\n  '),
	);
}
