import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pack } from '../pack.mjs';
import { install } from './install.mjs';

/**
 * Packs what is built and installs it as n8n installs community packages.
 *
 * @param {string} folder where to; what is there is replaced
 * @returns {Promise<string>} the folder to put in place of n8n's own `nodes`
 */
export async function makeNodesFolder(folder) {
	rmSync(folder, { recursive: true, force: true });
	const nodes = join(folder, 'nodes');
	mkdirSync(nodes, { recursive: true });
	const { tarball } = await pack(folder);
	await install(
		nodes,
		{ name: 'installed-nodes', dependencies: { 'n8n-nodes-meetergo': `file:${tarball}` } },
		{ gigabytes: 0.1, args: ['--ignore-scripts', '--legacy-peer-deps', '--omit=dev'] },
	);
	return nodes;
}
