/* Tests on a whole n8n. Each starts its own, so one after another. */
module.exports = {
	...require('./jest.config.cjs'),
	testMatch: ['<rootDir>/test/e2e/**/*.test.cts'],
	testPathIgnorePatterns: ['/node_modules/'],
	globalSetup: '<rootDir>/scripts/n8n/beforeTests.mjs',
	maxWorkers: 1,
};
