import { endTogether, runCommand } from '../command.mjs';
import { ensureBuilt } from '../ensureBuilt.mjs';
import { ensureInstalled } from '../ensureInstalled.mjs';

endTogether();
process.exitCode = await start();

async function start() {
	if (!(await ensureInstalled())) return 1;
	try {
		await ensureBuilt();
	} catch (error) {
		console.error(error.message);
		return 1;
	}
	// Node 20 cannot load n8n through `--import tsx`: its loader fails on JSON files required there.
	const args = ['--require', 'tsx/cjs', 'scripts/start/main.cts', ...process.argv.slice(2)];
	const { code } = await runCommand(process.execPath, args, { show: true });
	return code;
}
