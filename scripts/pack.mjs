import { join } from 'node:path';
import { runNpm } from './command.mjs';

/**
 * Packs what is built, as publishing would.
 *
 * @param {string} folder where to
 * @returns {Promise<{ tarball: string, paths: string[] }>} the file, and the paths in it
 */
export async function pack(folder) {
	const { code, output } = await runNpm([
		'pack',
		'--json',
		'--silent',
		'--pack-destination',
		folder,
	]);
	if (code !== 0) throw new Error(`The package could not be packed:\n${output}`);
	const [{ filename, files }] = JSON.parse(output);
	return { tarball: join(folder, filename), paths: files.map(({ path }) => path) };
}
