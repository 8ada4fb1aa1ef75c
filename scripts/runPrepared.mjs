import { endTogether, runCommand } from './command.mjs';
import { ensureBuilt } from './ensureBuilt.mjs';
import { ensureInstalled } from './ensureInstalled.mjs';

/**
 * Runs a TypeScript file of this repository, once everything is installed and built.
 *
 * @param {string} file its path below the root
 * @param {() => Promise<string[]>} prepareArgs called then; without it the file gets the arguments of this process
 * @returns {Promise<number>} the exit code
 */
export async function runPrepared(file, prepareArgs = async () => process.argv.slice(2)) {
	endTogether();
	if (!(await ensureInstalled())) return 1;
	let fileArgs;
	try {
		await ensureBuilt();
		fileArgs = await prepareArgs();
	} catch (error) {
		console.error(error.message);
		return 1;
	}
	// Node 20 cannot load n8n through `--import tsx`: its loader fails on JSON files required there.
	const args = ['--require', 'tsx/cjs', file, ...fileArgs];
	const { code } = await runCommand(process.execPath, args, { show: true });
	return code;
}
