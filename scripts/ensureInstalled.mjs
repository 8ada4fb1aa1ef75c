import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runNpm } from './command.mjs';
import { startProgress } from './progress.mjs';

/**
 * Installs the dependencies unless node_modules holds what package-lock.json asks for.
 *
 * @returns {Promise<boolean>} false when the installation failed, which has been explained then
 */
export async function ensureInstalled() {
	const wanted = readPackages(join(ROOT, 'package-lock.json'));
	if (wanted === undefined) {
		console.error(
			'package-lock.json is missing or damaged. Restore it with: git checkout package-lock.json',
		);
		return false;
	}
	if (isInstalled(wanted)) return true;

	// Some optional ones come on top, which ones depends on the platform.
	const total = Object.values(wanted).filter(({ optional }) => optional !== true).length - 1;
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
	// On a full disk npm ends as if all was well.
	if (code === 0 && isInstalled(wanted)) {
		progress.end('done');
		return true;
	}
	progress.end('failed');
	console.error(explain(output));
	return false;
}

function readPackages(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch {
		return undefined;
	}
}

function isInstalled(wanted) {
	// npm writes this record last, so an installation that was cut off has none.
	const installed = readPackages(join(ROOT, 'node_modules', '.package-lock.json'));
	if (installed === undefined) return false;
	// Packages for other platforms are optional and not installed.
	return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
		const found = installed[path];
		if (path === '' || (found === undefined && optional === true)) return true;
		return found?.version === version && found?.integrity === integrity;
	});
}

const CAUSES = [
	[/ENOSPC/, 'The disk is full. Free about 1.5 GB'],
	[/EACCES|EPERM|EROFS/, 'This folder cannot be written to. Check who owns it'],
	[
		/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/,
		'The npm registry cannot be reached. Check the network, or the proxy npm is set to',
	],
	[
		/EUSAGE/,
		'package.json and package-lock.json do not fit together. Bring them in line with: npm install',
	],
	[/EINTEGRITY/, 'A package arrived damaged. Empty the cache with: npm cache clean --force'],
	[/spawn .*npm.* ENOENT/, 'npm was not found. Install Node.js together with npm'],
];

function explain(output) {
	const [, cause = 'npm ci ended with an error'] = CAUSES.find(([sign]) => sign.test(output)) ?? [];
	const lines = output.split('\n').filter((line) => line.trim() !== '');
	const errors = lines.filter((line) => /^npm (error|ERR!)/.test(line)).slice(0, 6);
	return [
		`\nThe packages could not be installed. ${cause}, then run the command again.`,
		'npm said:',
		...(errors.length > 0 ? errors : lines.slice(-6)).map((line) => `  ${line}`),
	].join('\n');
}
