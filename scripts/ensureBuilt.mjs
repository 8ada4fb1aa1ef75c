import {
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ROOT, runNpm } from './command.mjs';
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
	await takeLock();
	try {
		if (!isFresh()) await build();
	} finally {
		rmSync(LOCK, { recursive: true, force: true });
	}
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

async function takeLock() {
	mkdirSync(join(LOCK, '..'), { recursive: true });
	while (!tryLock()) {
		if (!isHeld()) rmSync(LOCK, { recursive: true, force: true });
		await delay(100);
	}
}

function tryLock() {
	try {
		mkdirSync(LOCK);
	} catch {
		return false;
	}
	writeFileSync(join(LOCK, 'pid'), String(process.pid));
	return true;
}

/** A lock whose holder has ended without removing it is nobody's. */
function isHeld() {
	try {
		process.kill(Number(readFileSync(join(LOCK, 'pid'), 'utf8')), 0);
		return true;
	} catch (error) {
		if (error.code === 'EPERM') return true;
		// The holder writes its process id right after taking the lock.
		return error.code === 'ENOENT' && Date.now() - modifiedAt(LOCK) < 2000;
	}
}
