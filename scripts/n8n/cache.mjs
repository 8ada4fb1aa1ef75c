import { existsSync, mkdirSync, readdirSync, renameSync, statfsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, isAbsolute, join } from 'node:path';
import { withLock } from '../lock.mjs';

const { XDG_CACHE_HOME = '' } = process.env;
const CACHES = isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(homedir(), '.cache');
const CACHE = join(CACHES, 'n8n-nodes-meetergo');
/** What is not complete has this in its name, and the process that makes it. */
const PART = '.part-';
const BYTES_IN_GB = 1e9;

/**
 * A folder that all clones on this machine share. Made where it is missing; of several callers at once
 * one makes it and the others wait. It gets its name once all is in it, so what an interrupted start
 * leaves behind is never taken for it, and the next start removes that.
 *
 * @param {string} name with the versions of what is in it
 * @param {{ gigabytes: number, make: (folder: string) => Promise<void> }} options `gigabytes` is what it takes
 * @returns {Promise<string>} its path
 * @throws Error for reading when it cannot be made
 */
export async function ensureCached(name, { gigabytes, make }) {
	const folder = join(CACHE, `${name}-${process.platform}-${process.arch}`);
	const lock = `${folder}.lock`;
	const tellWhy = (pid) =>
		console.log(
			`Waiting for process ${pid}, which installs ${name}. If it does not, remove ${lock}`,
		);
	if (existsSync(folder)) return folder;
	await withLock(
		lock,
		async () => {
			if (existsSync(folder)) return;
			await removePartsOf(folder);
			const part = `${folder}${PART}${process.pid}`;
			mkdirSync(part);
			try {
				checkSpace(part, gigabytes);
				await make(part);
				renameSync(part, folder);
			} catch (error) {
				// It may be what fills the disk.
				await remove(part);
				throw error;
			}
		},
		tellWhy,
	);
	return folder;
}

async function removePartsOf(folder) {
	const names = readdirSync(CACHE).filter((name) => name.startsWith(basename(folder) + PART));
	for (const name of names) await remove(join(CACHE, name));
}

/** Tries again: what a killed start has begun may still be writing. */
async function remove(folder) {
	await rm(folder, { recursive: true, force: true, maxRetries: 5 });
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
