import { join } from 'node:path';
import { ROOT } from '../command.mjs';
import { ensureBuilt } from '../ensureBuilt.mjs';
import { ensureWholeN8n } from './ensure.mjs';

/**
 * What jest calls before tests on a whole n8n. They read what it takes to start one from the environment,
 * as jest hands nothing else over.
 */
export default async function prepareForTests() {
	await ensureBuilt();
	const folder = join(ROOT, '.cache', 'tests');
	const n8n = await ensureWholeN8n(join(folder, 'package'));
	process.env.MEETERGO_E2E = JSON.stringify({ folder, n8n });
}
