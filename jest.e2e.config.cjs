const config = require('./jest.isolated.config.cjs');

/* Tests on a whole n8n. scripts/e2e/main.mjs starts them, since it installs n8n and the package. */
module.exports = {
	...config,
	testMatch: ['<rootDir>/test/e2e/**/*.test.cts'],
	testPathIgnorePatterns: ['/node_modules/'],
	globalSetup: '<rootDir>/test/e2e/setUp.cts',
	globalTeardown: '<rootDir>/test/e2e/tearDown.cts',
	testTimeout: 120_000,
};
