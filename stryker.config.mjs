import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const jest = createRequire(import.meta.url)('./jest.isolated.config.cjs');

/** How well the unit tests of the transport notice mistakes in it: `npm run test:mutation`. */
export default {
	mutate: ['nodes/Meetergo/transport/**/*.ts'],
	testRunner: 'jest',
	jest: {
		config: {
			...jest,
			// These tests load the sources; a build for each of a thousand runs would serve nobody.
			globalSetup: null,
			filter: '<rootDir>/test/mutation/filter.cjs',
			// Not the property tests: they would take longer than all of these together.
			testMatch: ['<rootDir>/test/unit/transport/**/*.test.cts'],
		},
	},
	coverageAnalysis: 'perTest',
	// Tests are stripped of their types, never checked.
	disableTypeChecks: false,
	concurrency: 2,
	thresholds: { high: 90, low: 80, break: 80 },
	reporters: ['progress', 'clear-text', 'html'],
	clearTextReporter: { logTests: false, reportTests: false },
	ignorePatterns: ['.cache', 'dist'],
	// Not in this folder: `npm run lint` would take the broken copies for sources of the node.
	tempDirName: join(tmpdir(), 'n8n-nodes-meetergo-mutation'),
	cleanTempDir: 'always',
	// A folder that git ignores.
	htmlReporter: { fileName: '.cache/mutation/report.html' },
	incrementalFile: '.cache/mutation/incremental.json',
};
