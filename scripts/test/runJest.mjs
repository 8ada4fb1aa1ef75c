import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInstalled } from '../command.mjs';

/**
 * Runs all tests, which print for themselves.
 *
 * @param {string} folder a temporary one, for the results
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runJest(folder) {
	const results = join(folder, 'jest.json');
	const args = ['--maxWorkers=2', '--json', `--outputFile=${results}`];
	const { code } = await runInstalled('jest/bin/jest.js', args, { show: true });
	if (!existsSync(results)) return { passed: 0, failed: 1 };

	const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
		readFileSync(results, 'utf8'),
	);
	const failed = numFailedTests + numRuntimeErrorTestSuites;
	// jest can fail without a failed test, e.g. in its own set-up.
	const failedOtherwise = code !== 0 && failed === 0 ? 1 : 0;
	return { passed: numPassedTests, failed: failed + failedOtherwise };
}
