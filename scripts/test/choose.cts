import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { entries, nameOf } from '../docs/form.cts';
import { suitesIn, suitesOf, workflowSuites } from '../docs/suites.cts';

const ROOT = join(__dirname, '..', '..');
const OF_RESOURCE = /^nodes\/Meetergo\/actions\/(\w+)\/(\w+)\./;

const operations: readonly string[] = entries.map(nameOf);
/** What the suites of all operations read them from. */
const TABLE = 'scripts/docs/form.cts';

/**
 * The arguments of jest for those of `npm test`. An operation (`booking.create`) or a resource (`booking`) stands for the suites
 * that run it or look at every operation, and a source file for those that run its operation or import it. Anything else is jest's
 * own: a part of a suite's path, or an option.
 */
export function choose(args: readonly string[]): string[] {
	return args.flatMap((arg) => {
		const path = arg.replaceAll('\\', '/').replace(/^\.\//, '');
		if (operations.includes(arg)) return suitesOfOperations([arg]);
		const ofResource = operationsIn(arg);
		if (ofResource.length > 0) return [...suitesOfOperations(ofResource), arg];
		return isSource(path) ? suitesOfSource(path) : [arg];
	});
}

function isSource(path: string): boolean {
	return /\.c?ts$/.test(path) && !path.startsWith('test/') && existsSync(join(ROOT, path));
}

function suitesOfSource(path: string): string[] {
	const names = operationsOf(path);
	const running = names.length > 0 ? suitesOfOperations(names) : [];
	const found = [...new Set([...running, ...importersOf(path, 'test')])];
	// Many a suite has the name of what it is about.
	return found.length > 0 ? found : [basename(path).replace(/\..*$/, '')];
}

function suitesOfOperations(names: readonly string[]): string[] {
	const lookingAtAll = ['test/contract', 'test/unit'].flatMap((folder) =>
		importersOf(TABLE, folder),
	);
	return [...suitesOf(names, workflowSuites()), ...lookingAtAll];
}

/** The operations that a file is part of: one, or all of a resource where they share it. */
function operationsOf(path: string): string[] {
	const [, resource = '', name = ''] = OF_RESOURCE.exec(path) ?? [];
	const own = `${resource}.${name}`;
	return operations.includes(own) ? [own] : operationsIn(resource);
}

function operationsIn(resource: string): string[] {
	return operations.filter((operation) => operation.startsWith(`${resource}.`));
}

/** The suites of a folder that import a file, themselves or in a helper. */
function importersOf(path: string, folder: string): string[] {
	// Sources of the node are imported without their ending, as its build wants it.
	const imported = path.replace(/(?:\/index)?\.ts$/, '');
	return suitesIn(folder)
		.filter(({ text }) => text.includes(`/${imported}'`))
		.map(({ file }) => file);
}
