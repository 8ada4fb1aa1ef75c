import { existsSync, mkdirSync, statfsSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { withLock } from '../lock.mjs';

const { XDG_CACHE_HOME = '' } = process.env;
const CACHES = isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(homedir(), '.cache');
const CACHE = join(CACHES, 'n8n-nodes-meetergo');
/** Written last, so what an interrupted start leaves has none. */
const COMPLETE = '.complete';
const BYTES_IN_GB = 1e9;

/**
 * A folder that all clones on this machine share. Made where it is missing or incomplete; of several
 * callers at once one makes it and the others wait.
 *
 * @param {string} name with the versions of what is in it
 * @param {{ gigabytes: number, make: (folder: string) => Promise<void> }} options `gigabytes` is what it takes
 * @returns {Promise<string>} its path
 * @throws Error for reading when it cannot be made
 */
export async function ensureCached(name, { gigabytes, make }) {
	const folder = join(CACHE, `${name}-${process.platform}-${process.arch}`);
	if (isComplete(folder)) return folder;
	const tellWhy = (pid) =>
		console.log(
			`Waiting for process ${pid}, which installs ${name}. If it does not, remove ${folder}.lock`,
		);
	await withLock(
		`${folder}.lock`,
		async () => {
			if (isComplete(folder)) return;
			await rm(folder, { recursive: true, force: true });
			mkdirSync(folder, { recursive: true });
			checkSpace(folder, gigabytes);
			try {
				await make(folder);
			} catch (error) {
				// It may be what fills the disk.
				await rm(folder, { recursive: true, force: true });
				throw error;
			}
			writeFileSync(join(folder, COMPLETE), '');
		},
		tellWhy,
	);
	return folder;
}

function isComplete(folder) {
	return existsSync(join(folder, COMPLETE));
}

function checkSpace(folder, gigabytes) {
	const { bavail, bsize } = statfsSync(folder);
	const free = (bavail * bsize) / BYTES_IN_GB;
	if (free >= gigabytes) return;
	throw new Error(
		`${folder} needs ${gigabytes} GB, but the disk has only ${free.toFixed(1)} GB left. ` +
			'Free some, or set XDG_CACHE_HOME to a folder on another disk, then run the command again.',
	);
}
