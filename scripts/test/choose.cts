import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { entries, nameOf } from '../docs/form.cts';
import { suitesIn, suitesOf, workflowSuites, type Suite } from '../docs/suites.cts';

const ROOT = join(__dirname, '..', '..');
const OF_RESOURCE = /^nodes\/Meetergo\/actions\/(\w+)\/(\w+)\./;

const operations: readonly string[] = entries.map(nameOf);

/**
 * The arguments of jest for those of `npm test`. An operation (`booking.create`) stands for the suites that run it, and a source
 * file for those that run its operation or import it. Anything else is jest's own: a part of a suite's path, or an option.
 */
export function choose(args: readonly string[]): string[] {
	return args.flatMap((arg) => {
		const path = arg.replaceAll('\\', '/').replace(/^\.\//, '');
		if (operations.includes(arg)) return suitesOf([arg], workflowSuites());
		return isSource(path) ? suitesOfSource(path) : [arg];
	});
}

function isSource(path: string): boolean {
	return /\.c?ts$/.test(path) && !path.startsWith('test/') && existsSync(join(ROOT, path));
}

function suitesOfSource(path: string): string[] {
	const names = operationsOf(path);
	const running = names.length > 0 ? suitesOf(names, workflowSuites()) : [];
	const importing = importersOf(path, suitesIn('test')).map(({ file }) => file);
	const found = [...new Set([...running, ...importing])];
	// Many a suite has the name of what it is about.
	return found.length > 0 ? found : [basename(path).replace(/\..*$/, '')];
}

/** The operations that a file is part of: one, or all of a resource where they share it. */
function operationsOf(path: string): string[] {
	const [, resource = '', name = ''] = OF_RESOURCE.exec(path) ?? [];
	const own = `${resource}.${name}`;
	if (operations.includes(own)) return [own];
	return operations.filter((operation) => operation.startsWith(`${resource}.`));
}

function importersOf(path: string, suites: readonly Suite[]): Suite[] {
	// Sources of the node are imported without their ending, as its build wants it.
	const imported = path.replace(/(?:\/index)?\.ts$/, '');
	return suites.filter(({ text }) => text.includes(`/${imported}'`));
}
