/* Each suite loads everything anew, in a context of its own: for coverage and mutation runs, and the base of the others. */
module.exports = {
	testMatch: ['<rootDir>/test/**/*.test.cts'],
	// They need a whole n8n, and have configurations of their own.
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/(e2e|browser)/'],
	testEnvironment: 'node',
	moduleFileExtensions: ['js', 'cjs', 'mjs', 'ts', 'cts', 'json'],
	transform: {
		'^.+\\.(ts|cts)$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
	// Two copies of n8n-workflow would break `instanceof NodeApiError`; n8n itself has one.
	moduleNameMapper: { '^n8n-workflow$': require.resolve('n8n-workflow') },
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
	// Tests on n8n's engine load the built package, as n8n does.
	globalSetup: '<rootDir>/scripts/ensureBuilt.mjs',
	testTimeout: 240_000,
};
