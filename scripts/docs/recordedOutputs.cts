import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inOrder, merged, type OutputSchema, written } from './outputSchema.cts';
import { fieldsInOrder, leftoverSchemas, schemaFileOf } from './outputs.cts';
import { suitesOf, workflowSuites } from './suites.cts';
import { writeChanged } from './generated.cts';

const ROOT = join(__dirname, '..', '..');
const JEST = require.resolve('jest/bin/jest');

/** What the tests of workflows leave of each run: one line of JSON. */
export interface Recorded {
	/** One of `outputNames`. */
	readonly name: string;
	readonly schema: OutputSchema;
}

/** The variable of the environment that makes them leave it, with the folder to leave it in. */
export const RECORD_INTO = 'MEETERGO_RECORD_OUTPUTS';

/**
 * Writes what n8n's editor shows of some outputs before the first run: the schema of everything that tests have seen there. Runs
 * the suites that may give one of them, and leaves all other schemas as they are.
 *
 * @returns the files that were written
 */
export function recordOutputSchemas(names: readonly string[]): string[] {
	if (names.length === 0) return [];
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-meetergo-outputs-'));
	try {
		runSuites(suitesOf(names, workflowSuites()), folder);
		return writeOutputSchemas(names, schemasOf(linesIn(folder)));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Removes the schemas of operations that are gone; gives their files. */
export function removeLeftovers(): string[] {
	const files = leftoverSchemas();
	for (const file of files) rmSync(file);
	return files;
}

/** The schema of all that was recorded under a name. */
export function schemasOf(lines: readonly Recorded[]): ReadonlyMap<string, OutputSchema> {
	const schemas = new Map<string, OutputSchema>();
	for (const { name, schema } of lines) {
		const known = schemas.get(name);
		schemas.set(name, known === undefined ? schema : merged(known, schema));
	}
	return schemas;
}

function runSuites(suites: readonly string[], folder: string): void {
	console.log(`Recording outputs: ${suites.length} suites.`);
	const { status } = spawnSync(
		process.execPath,
		[JEST, '--maxWorkers=2', '--passWithNoTests', '--runTestsByPath', ...suites],
		{ cwd: ROOT, stdio: 'inherit', env: { ...process.env, [RECORD_INTO]: folder } },
	);
	if (status !== 0) {
		throw new Error('No output was recorded, because tests failed. Mend them, and run this again.');
	}
}

function linesIn(folder: string): Recorded[] {
	return readdirSync(folder).flatMap((file) =>
		readFileSync(join(folder, file), 'utf8')
			.trim()
			.split('\n')
			.map((line): Recorded => JSON.parse(line)),
	);
}

function writeOutputSchemas(
	names: readonly string[],
	schemas: ReadonlyMap<string, OutputSchema>,
): string[] {
	return names.flatMap((name) => {
		const schema = schemas.get(name);
		if (schema === undefined) {
			const [resource] = name.split('.');
			throw new Error(
				`No test has seen what ${name} gives. Add its task to test/operations/${resource}.cts.`,
			);
		}
		const file = schemaFileOf(name);
		const shown = written(inOrder(schema, fieldsInOrder(name)));
		const text = `${JSON.stringify(shown, null, '\t')}\n`;
		return writeChanged(file, text) ? [file] : [];
	});
}
