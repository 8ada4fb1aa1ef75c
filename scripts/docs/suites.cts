import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { TRIGGERS } from './outputs.cts';

const ROOT = join(__dirname, '..', '..');

/** Runs every operation of the table, each as its task does. */
export const TASK_SUITE = 'test/operations/everyOperation.test.cts';

const WORKFLOW_SUITES = 'test/workflow';
const TRIGGER_SUITES = `${WORKFLOW_SUITES}/trigger/`;

/** A suite with all it is written with: its own text, and that of the helpers it imports. */
export interface Suite {
	/** From the root of the repository. */
	readonly file: string;
	readonly text: string;
}

/**
 * The suites that may run one of these outputs: those that write the names of its resource and its operation, or import a helper
 * that does. A suite that only happens to write both costs its time and no more.
 */
export function suitesOf(names: readonly string[], suites: readonly Suite[]): string[] {
	const chosen = suites.filter(({ file, text }) => names.some((name) => mayRun(name, file, text)));
	const isOperationMeant = names.some((name) => name !== TRIGGERS);
	return [...(isOperationMeant ? [TASK_SUITE] : []), ...chosen.map(({ file }) => file)];
}

function mayRun(name: string, file: string, text: string): boolean {
	if (file.startsWith(TRIGGER_SUITES)) return name === TRIGGERS;
	return name !== TRIGGERS && name.split('.').every((word) => text.includes(`'${word}'`));
}

/** The suites whose runs of the node are recorded. */
export function workflowSuites(): Suite[] {
	return suitesIn(WORKFLOW_SUITES);
}

/** All suites of a folder, which is given from the root of the repository. */
export function suitesIn(folder: string): Suite[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.test.cts'))
		.sort()
		.map((name) => {
			const path = join(ROOT, folder, name);
			const text = textOf(path, (imported) => readFileSync(imported, 'utf8'));
			return { file: relative(ROOT, path).replaceAll('\\', '/'), text };
		});
}

/** The text of a file and of all files that it imports from around it, directly or not. */
export function textOf(
	path: string,
	read: (path: string) => string,
	seen = new Set<string>(),
): string {
	if (seen.has(path)) return '';
	seen.add(path);
	const own = read(path);
	const imported = [...own.matchAll(/^(?:import|export|\}) .*from '(\.[^']+\.cts)';/gm)]
		.map(([, name = '']) => join(path, '..', name))
		.filter((file) => file.startsWith(join(ROOT, 'test')));
	return [own, ...imported.map((file) => textOf(file, read, seen))].join('\n');
}
