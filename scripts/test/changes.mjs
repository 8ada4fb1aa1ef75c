import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../command.mjs';

const NOT_SOURCE = new Set(['node_modules', 'dist', '.git', '.cache']);

/**
 * The files of the repository that an action makes, changes or removes. Compares contents rather than
 * asking git, so that uncommitted work does not count.
 *
 * @param {() => Promise<void>} action
 */
export async function changesBy(action) {
	const before = hashFiles();
	await action();
	const after = hashFiles();
	const files = [...new Set([...before.keys(), ...after.keys()])];
	return files.filter((file) => before.get(file) !== after.get(file)).sort();
}

function hashFiles(folder = '.', hashes = new Map()) {
	for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory() && !NOT_SOURCE.has(entry.name)) hashFiles(path, hashes);
		if (!entry.isFile()) continue;
		hashes.set(
			path,
			createHash('sha256')
				.update(readFileSync(join(ROOT, path)))
				.digest('hex'),
		);
	}
	return hashes;
}
