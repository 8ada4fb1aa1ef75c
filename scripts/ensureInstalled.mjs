import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, runNpm } from './command.mjs';
import { explainFailedInstallation, isDiskFull } from './failedInstallation.mjs';
import { startProgress } from './progress.mjs';

const LOCK_FILE = join(ROOT, 'package-lock.json');
/** npm's record of what it has installed. It writes it last, so a cut-off installation has none. */
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');
/** The hash of the lock file that the installation was made from. */
const STAMP = join(ROOT, 'node_modules', '.cache', 'installed-lock');

/**
 * Installs the dependencies unless node_modules holds what package-lock.json asks for.
 *
 * @returns {Promise<boolean>} false when the installation failed, which has been explained then
 */
export async function ensureInstalled() {
	const wanted = readPackages(LOCK_FILE);
	if (wanted === undefined) {
		console.error(
			'package-lock.json is missing or damaged. Restore it with: git checkout package-lock.json',
		);
		return false;
	}
	if (isInstalled(wanted)) return true;

	// Some optional ones come on top; which ones depends on the platform.
	const total = Object.values(wanted).filter(isNeeded).length - 1;
	const progress = startProgress(`Installing ${total} packages (first start only)`);
	let fetched = 0;
	const { code, output } = await runNpm(['ci', '--loglevel=http', '--no-audit', '--no-fund'], {
		onLine: (line) => {
			if (!/http (fetch|cache) .*\.tgz/.test(line)) return;
			fetched += 1;
			const step = fetched < total ? `${fetched} of ${total} fetched` : 'unpacking';
			progress.update(`Installing packages, ${step}`);
		},
	});
	// On a full disk npm leaves files out, and yet ends as if all was well.
	if (code === 0 && existsSync(INSTALLED) && !isDiskFull(output)) {
		mkdirSync(dirname(STAMP), { recursive: true });
		writeFileSync(STAMP, hashOfLockFile());
		progress.end('done');
		return true;
	}
	progress.end('failed');
	// Else the next start might take what is there for complete.
	rmSync(INSTALLED, { force: true });
	console.error(explainFailedInstallation(output));
	return false;
}

function isInstalled(wanted) {
	const installed = readPackages(INSTALLED);
	if (installed === undefined) return false;
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashOfLockFile()) return true;
	// An installation by hand has no stamp.
	return Object.entries(wanted).every(
		([path, { version, integrity, ...kind }]) =>
			path === '' ||
			(installed[path] === undefined && !isNeeded(kind)) ||
			(installed[path]?.version === version && installed[path]?.integrity === integrity),
	);
}

/** Packages for other platforms are optional; extraneous ones are not installed anywhere. */
function isNeeded({ optional, extraneous }) {
	return optional !== true && extraneous !== true;
}

function readPackages(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch {
		return undefined;
	}
}

function hashOfLockFile() {
	return createHash('sha256').update(readFileSync(LOCK_FILE)).digest('hex');
}
