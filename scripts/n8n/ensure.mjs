import { ensureN8n } from './installation.mjs';
import { ensureNode24 } from './node24.mjs';
import { makeNodesFolder } from './nodesFolder.mjs';

/**
 * What it takes to start n8n with this package in it. The package has to be built.
 *
 * @param {string} folder for the packed package
 * @returns {Promise<{ node: string, n8n: string, nodes: string }>} a program, the folder of n8n, and one to
 * put in place of n8n's own `nodes`
 * @throws Error for reading
 */
export async function ensureWholeN8n(folder) {
	const node = await ensureNode24();
	const n8n = await ensureN8n(node);
	return { node, n8n, nodes: await makeNodesFolder(folder) };
}
