import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { endTogether } from '../command.mjs';
import { ensureBuilt } from '../ensureBuilt.mjs';
import { ensureInstalled } from '../ensureInstalled.mjs';
import { runJest } from './runJest.mjs';
import { report, startOneByOne } from './running.mjs';
import { checks } from './steps.mjs';

/** Each needs up to 1 GB of memory. Tests also wait, so that two are of use on one core. */
const WORKERS = `--maxWorkers=${Math.min(Math.max(availableParallelism(), 2), 4)}`;

endTogether();
const args = process.argv.slice(2);
const { passed, failed } = (await ensureInstalled()) ? await test() : { passed: 0, failed: 1 };
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);

async function test() {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-meetergo-'));
	try {
		return args.length > 0 ? await testSome(folder) : await testAll(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Runs the checks beside the tests, goes on after one has failed, and counts checks and tests alike. */
async function testAll(folder) {
	const isBuilt = await build();
	const checking = startOneByOne(checks, folder);
	const tests = await runJest(folder, { args: [WORKERS] });
	const results = [isBuilt, ...(await report(checking))];
	return {
		passed: results.filter((passes) => passes).length + tests.passed,
		failed: results.filter((passes) => !passes).length + tests.failed,
	};
}

/** Builds what has changed, and runs the tests that the arguments choose (see choose.cts). */
async function testSome(folder) {
	if (!(await build())) return { passed: 0, failed: 1 };
	const require = createRequire(import.meta.url);
	require('tsx/cjs');
	const { choose } = require('./choose.cts');
	return await runJest(folder, { args: [WORKERS, ...choose(args)] });
}

async function build() {
	try {
		await ensureBuilt();
		return true;
	} catch (error) {
		console.error(error.message);
		return false;
	}
}
