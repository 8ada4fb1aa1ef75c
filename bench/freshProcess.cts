import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { PACKAGE_ROOT } from '../engine/packages.cts';

const run = promisify(execFile);

/**
 * Milliseconds that a piece of JavaScript takes in a process of its own, in the folder of this package. Node runs it as it
 * is: what compiles TypeScript for the rest of the benchmark would look at every module that is loaded.
 * @param before runs first and does not count
 */
export async function msInFreshProcess(work: string, before = ''): Promise<number> {
	const script = `
		${before};
		const startedAt = performance.now();
		${work};
		console.log(performance.now() - startedAt);`;
	const options = { cwd: PACKAGE_ROOT, env: { ...process.env, NODE_OPTIONS: '' } };
	const { stdout } = await run(process.execPath, ['-e', script], options);
	const ms = Number(stdout.trim().split('\n').at(-1));
	if (!Number.isFinite(ms)) throw new Error(`No time was told: ${stdout}`);
	return ms;
}
