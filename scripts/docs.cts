/*
 * `npm run docs`: writes what can be told from the table, so that nobody has to keep it in step by hand. With `-- --outputs`
 * also the schemas of the output, which takes as long as the tests of workflows.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokenNames, namesNow, type Names } from './docs/names.cts';
import { recordOutputSchemas } from './docs/recordedOutputs.cts';
import { fillIn, operationsPage, operationsTable, triggersPage } from './docs/pages.cts';

const at = (...parts: string[]) => join(__dirname, '..', ...parts);

const namesFile = at('test', 'unit', 'node', 'names.json');
const before: Names = existsSync(namesFile) ? JSON.parse(readFileSync(namesFile, 'utf8')) : {};
const now = namesNow();
const broken = brokenNames(before, now);
if (broken.length > 0) {
	console.error('Saved workflows rely on these names, so they must stay:');
	for (const text of broken) console.error(`  ${text}`);
	process.exit(1);
}

writeFileSync(namesFile, `${JSON.stringify(now, null, '\t')}\n`);
writeFileSync(at('docs', 'operations.md'), operationsPage());
writeFileSync(at('docs', 'triggers.md'), triggersPage());
const readme = at('README.md');
writeFileSync(readme, fillIn(readFileSync(readme, 'utf8'), 'operations', operationsTable()));
console.log('Wrote the names, docs/operations.md, docs/triggers.md and the table of the README.');
if (process.argv.includes('--outputs')) recordOutputSchemas();
