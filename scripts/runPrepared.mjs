import { endTogether, runCommand } from './command.mjs';
import { ensureBuilt } from './ensureBuilt.mjs';
import { ensureInstalled } from './ensureInstalled.mjs';

/**
 * Runs a TypeScript file of this repository with the arguments of this process, once everything is installed and built.
 *
 * @param {string} file its path below the root
 * @returns {Promise<number>} the exit code
 */
export async function runPrepared(file) {
	endTogether();
	if (!(await ensureInstalled())) return 1;
	try {
		await ensureBuilt();
	} catch (error) {
		console.error(error.message);
		return 1;
	}
	// Node 20 cannot load n8n through `--import tsx`: its loader fails on JSON files required there.
	const args = ['--require', 'tsx/cjs', file, ...process.argv.slice(2)];
	const { code } = await runCommand(process.execPath, args, { show: true });
	return code;
}
