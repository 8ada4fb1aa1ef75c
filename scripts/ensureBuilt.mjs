import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT, runInstalled } from './command.mjs';
import { withLock } from './lock.mjs';
import { startProgress } from './progress.mjs';

const DIST = join(ROOT, 'dist');
const SOURCE_FOLDERS = ['nodes', 'credentials'];
const SOURCES = [...SOURCE_FOLDERS, 'gulpfile.js', 'tsconfig.json', 'package.json'];
/** The build writes this file last. */
const LAST_BUILT = join(DIST, 'methods', 'referenced.json');
/** The compiler's record of what it has compiled. It lies outside of `dist`, all of which is published. */
const COMPILED = join(ROOT, 'node_modules', '.cache', 'build.tsbuildinfo');
const LOCK = join(ROOT, 'node_modules', '.cache', 'build.lock');

/**
 * Builds `dist` when it is missing or older than its sources, and compiles only what has changed. Of
 * several callers at once one builds and the others wait.
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
	const below = statSync(path).isDirectory() ? entriesBelow(path) : [];
	const paths = below.map(pathOf);
	return Math.max(modifiedAt(path), ...paths.map(modifiedAt));
}

function filesBelow(folder) {
	if (!existsSync(folder)) return [];
	return entriesBelow(folder)
		.filter((entry) => entry.isFile())
		.map(pathOf);
}

function entriesBelow(folder) {
	return readdirSync(folder, { withFileTypes: true, recursive: true });
}

function pathOf(entry) {
	return join(entry.parentPath ?? entry.path, entry.name);
}

function modifiedAt(path) {
	return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

async function build() {
	const startedAt = new Date();
	const progress = startProgress('Building');
	try {
		// The compiler writes what has changed, and removes nothing.
		if (hasLeftovers()) await run('gulp/bin/gulp.js', 'clean');
		await run('typescript/bin/tsc', '--incremental', '--tsBuildInfoFile', COMPILED);
		await run('gulp/bin/gulp.js');
	} catch (error) {
		progress.end('failed');
		throw error;
	}
	progress.end('done');
	// A source that changed while the build ran must count as newer.
	utimesSync(LAST_BUILT, startedAt, startedAt);
}

async function run(program, ...args) {
	const { code, output } = await runInstalled(program, args);
	if (code !== 0) throw new Error(`The build failed:\n${output}`);
}

/** Whether there is nothing to build on, or something whose source is gone. */
function hasLeftovers() {
	if (!existsSync(DIST) || !existsSync(COMPILED)) return true;
	return SOURCE_FOLDERS.flatMap((folder) => filesBelow(join(DIST, folder))).some(
		(file) => !existsSync(join(ROOT, relative(DIST, file)).replace(/\.js$/, '.ts')),
	);
}
