import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endTogether, ROOT } from '../command.mjs';
import { ensureBuilt } from '../ensureBuilt.mjs';
import { ensureInstalled } from '../ensureInstalled.mjs';
import { ensureWholeN8n } from '../n8n/ensure.mjs';
import { ensureN8n } from '../n8n/installation.mjs';
import { OLDEST_N8N } from '../n8n/versions.mjs';
import { runJest } from '../test/runJest.mjs';

/** Everything that n8n keeps; what a killed run leaves here is in nobody's way. */
const CACHE = join(ROOT, '.cache');
const ARGS = ['--config=jest.e2e.config.cjs', '--runInBand'];

endTogether();
const { passed, failed } = (await ensureInstalled())
	? await testAll(process.argv.slice(2))
	: { passed: 0, failed: 1 };
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);

/** @param {string[]} names what the paths of the tests to run contain; all without any */
async function testAll(names) {
	mkdirSync(CACHE, { recursive: true });
	const folder = mkdtempSync(join(CACHE, 'e2e-'));
	try {
		await ensureBuilt();
		const n8n = await ensureWholeN8n(join(folder, 'package'));
		const oldest = { ...n8n, n8n: await ensureN8n(n8n.node, OLDEST_N8N) };
		const env = { MEETERGO_E2E: JSON.stringify({ folder, n8n, oldest }) };
		return await runJest(folder, { args: [...ARGS, ...names], env });
	} catch (error) {
		console.error(error.message);
		return { passed: 0, failed: 1 };
	} finally {
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	}
}
