import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../command.mjs';
import { holderOf, tryLock, unlock } from '../lock.mjs';
import { ensureWholeN8n } from '../n8n/ensure.mjs';
import { runPrepared } from '../runPrepared.mjs';
import { readOptions } from './options.mjs';
import { whyNotFree } from './ports.mjs';

/** All that is kept from start to start. */
const FOLDER = join(ROOT, '.cache', 'editor');
const LOCK = join(FOLDER, 'lock');

const options = readOptions(process.argv.slice(2));
if (options !== undefined) process.exitCode = await prepare(options);

async function prepare({ port, sandboxPort, reset }) {
	if (!tryLock(LOCK)) {
		const pid = holderOf(LOCK);
		console.error(`An editor of this folder is running already, as process ${pid}. End it first.`);
		return 1;
	}
	process.on('exit', () => unlock(LOCK));
	if (!(await areFree({ port, 'sandbox-port': sandboxPort }))) return 1;
	if (reset) for (const name of ['n8n', 'state.json']) remove(name);
	return await runPrepared('scripts/editor/main.cts', async () => {
		const n8n = await ensureWholeN8n(join(FOLDER, 'package'));
		return [JSON.stringify({ folder: FOLDER, port, sandboxPort, n8n })];
	});
}

/** Looks before anything is installed, so that nobody waits in vain. */
async function areFree(ports) {
	let free = true;
	for (const [option, port] of Object.entries(ports)) {
		const reason = await whyNotFree(port);
		if (reason === undefined) continue;
		free = false;
		console.error(
			`Port ${port} ${reason}. Choose another one: npm run editor -- --${option} ${port + 1}`,
		);
	}
	return free;
}

function remove(name) {
	rmSync(join(FOLDER, name), { recursive: true, force: true });
}
