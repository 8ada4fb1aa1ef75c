import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endTogether } from '../command.mjs';
import { ensureInstalled } from '../ensureInstalled.mjs';
import { runJest } from '../test/runJest.mjs';

/** The suites that depend on this module have tests whose size matters. */
const SIZES = join('test', 'scale.cts');

endTogether();
const { passed, failed } = (await ensureInstalled()) ? await testAll() : { passed: 0, failed: 1 };
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);

/** jest builds the package first, as for each of its runs. */
async function testAll() {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-meetergo-'));
	try {
		return await runJest(folder, {
			args: ['--maxWorkers=2', '--findRelatedTests', SIZES],
			env: { MEETERGO_TEST_SCALE: 'full' },
		});
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
