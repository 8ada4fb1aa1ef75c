import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endTogether } from '../command.mjs';
import { ensureInstalled } from '../ensureInstalled.mjs';
import { startProgress } from '../progress.mjs';
import { runJest } from './runJest.mjs';
import { steps } from './steps.mjs';

endTogether();
const { passed, failed } = (await ensureInstalled()) ? await testAll() : { passed: 0, failed: 1 };
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);

/** Goes on after a check has failed, and counts checks and tests alike. */
async function testAll() {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-meetergo-'));
	try {
		const results = [];
		for (const step of steps) results.push(await runStep(step, folder));
		const tests = await runJest(folder, { args: ['--maxWorkers=2'] });
		return {
			passed: results.filter((passes) => passes).length + tests.passed,
			failed: results.filter((passes) => !passes).length + tests.failed,
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** @returns {Promise<boolean>} whether the check passes */
async function runStep({ name, run }, folder) {
	const progress = startProgress(name);
	const failure = await run(folder).catch((error) => error.message);
	progress.end(failure === undefined ? 'passed' : 'failed');
	if (failure !== undefined) console.log(`${failure.trimEnd()}\n`);
	return failure === undefined;
}
