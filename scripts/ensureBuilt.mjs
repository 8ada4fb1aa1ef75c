import { readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runNpm } from './command.mjs';
import { withLock } from './lock.mjs';
import { startProgress } from './progress.mjs';

const SOURCES = ['nodes', 'credentials', 'gulpfile.js', 'tsconfig.json', 'package.json'];
/** The build writes this file last. */
const LAST_BUILT = join(ROOT, 'dist', 'methods', 'referenced.json');
const LOCK = join(ROOT, 'node_modules', '.cache', 'build.lock');

/**
 * Builds `dist` when it is missing or older than its sources. Of several callers at once one builds
 * and the others wait.
 *
 * @throws Error with the build's output when the build fails
 */
export async function ensureBuilt() {
	if (isFresh()) return;
	await withLock(LOCK, async () => {
		if (!isFresh()) await build();
	});
}

/**
 * What jest calls before its tests. A failed build is shown and no more: most tests need none, and
 * those that do run on what the compiler could make of it.
 */
export default async function buildForTests() {
	await ensureBuilt().catch((error) => console.error(error.message));
}

function isFresh() {
	const builtAt = modifiedAt(LAST_BUILT);
	return SOURCES.every((source) => newestBelow(join(ROOT, source)) < builtAt);
}

/** A folder counts as well: its time tells of removed files. */
function newestBelow(path) {
	const below = statSync(path).isDirectory()
		? readdirSync(path, { withFileTypes: true, recursive: true })
		: [];
	const paths = below.map((entry) => join(entry.parentPath ?? entry.path, entry.name));
	return Math.max(modifiedAt(path), ...paths.map(modifiedAt));
}

function modifiedAt(path) {
	return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

async function build() {
	const startedAt = new Date();
	const progress = startProgress('Building');
	const { code, output } = await runNpm(['run', '--silent', 'build']);
	progress.end(code === 0 ? 'done' : 'failed');
	if (code !== 0) throw new Error(`The build failed:\n${output}`);
	// A source that changed while the build ran must count as newer.
	utimesSync(LAST_BUILT, startedAt, startedAt);
}
