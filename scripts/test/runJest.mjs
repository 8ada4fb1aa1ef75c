import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInstalled } from '../command.mjs';

/**
 * Runs tests, which print for themselves.
 *
 * @param {string} folder a temporary one, for the results
 * @param {{ args: string[], env?: Record<string, string> }} options `args` are jest's own
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runJest(folder, { args, env }) {
	const results = join(folder, 'jest.json');
	const { code } = await runInstalled(
		'jest/bin/jest.js',
		['--json', `--outputFile=${results}`, ...args],
		{ show: true, env },
	);
	if (!existsSync(results)) return { passed: 0, failed: 1 };

	const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
		readFileSync(results, 'utf8'),
	);
	const failed = numFailedTests + numRuntimeErrorTestSuites;
	// jest can fail without a failed test, e.g. in its own set-up.
	const failedOtherwise = code !== 0 && failed === 0 ? 1 : 0;
	return { passed: numPassedTests, failed: failed + failedOtherwise };
}
