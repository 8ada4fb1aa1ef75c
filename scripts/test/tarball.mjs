import { join } from 'node:path';
import { ROOT, runCommand } from '../command.mjs';
import { pack } from '../pack.mjs';

const BELONGS = /^(dist\/.*|README\.md|LICENSE\.md|package\.json|index\.js)$/;
const NEEDED = ['README.md', 'LICENSE.md', 'package.json', 'index.js'];

/**
 * Packs the package as publishing would, and unpacks it to `package` in the folder.
 *
 * @param {string} folder
 * @returns {Promise<string[]>} the paths in it
 */
export async function packInto(folder) {
	const { tarball, paths } = await pack(folder);
	const unpacked = await runCommand('tar', ['-xzf', tarball, '-C', folder]);
	if (unpacked.code !== 0) throw new Error(unpacked.output);
	return paths;
}

/**
 * What is wrong with the contents of the package, if anything.
 *
 * @param {string[]} paths
 */
export function checkContents(paths) {
	const foreign = paths.filter((path) => !BELONGS.test(path));
	const missing = NEEDED.filter((path) => !paths.includes(path));
	if (!paths.some((path) => path.endsWith('.node.js'))) missing.push('dist/nodes/**/*.node.js');
	const flaws = [
		...foreign.map((path) => `${path} does not belong into the package`),
		...missing.map((path) => `${path} is missing in the package`),
	];
	return flaws.length === 0 ? undefined : flaws.join('\n');
}

/**
 * Runs n8n's verification scan.
 *
 * @param {string} folder
 * @param {'source' | 'package'} kind
 * @returns {Promise<string | undefined>} its findings
 */
export async function scanPackage(folder, kind) {
	const scan = join(ROOT, 'scripts', 'test', 'scan.mjs');
	const { code, output } = await runCommand(process.execPath, [scan, folder, kind]);
	return code === 0 ? undefined : output;
}
