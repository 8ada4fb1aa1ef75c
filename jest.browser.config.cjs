/* Tests in the editor of a whole n8n. Each file starts its own, so one after another. */
module.exports = {
	...require('./jest.isolated.config.cjs'),
	testMatch: ['<rootDir>/test/browser/**/*.test.cts'],
	testPathIgnorePatterns: ['/node_modules/'],
	globalSetup: '<rootDir>/scripts/n8n/beforeTests.mjs',
	maxWorkers: 1,
};
