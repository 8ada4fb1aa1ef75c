import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from '../command.mjs';
import { explainFailedInstallation, isDiskFull } from '../failedInstallation.mjs';

/**
 * Installs packages into a folder of their own.
 *
 * @param {string} folder
 * @param {object} packageJson what to install: `dependencies`, `overrides`
 * @param {{ gigabytes: number, args?: string[], node?: string, env?: Record<string, string>, onCount?: (count: { lookedUp: number, fetched: number }) => void }} options
 * `args` are npm's own, `onCount` is called after each look-up of versions and each package.
 * @throws Error for reading
 */
export async function install(folder, packageJson, options) {
	const { gigabytes, args = [], onCount, ...run } = options;
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, ...packageJson }));
	const count = { lookedUp: 0, fetched: 0 };
	const { code, output } = await runNpm(
		// npm tells the scripts it runs which package is theirs: this one's, so the folder is named.
		['install', '--prefix', folder, '--loglevel=http', '--no-audit', '--no-fund', ...args],
		{
			...run,
			cwd: folder,
			onLine: (line) => {
				if (!/http (fetch|cache) /.test(line)) return;
				count[line.includes('.tgz') ? 'fetched' : 'lookedUp'] += 1;
				onCount?.(count);
			},
		},
	);
	if (code === 0 && !isDiskFull(output)) return;
	throw new Error(explainFailedInstallation(output, gigabytes));
}
