/*
 * The tests as `npm test` runs them: packages and tools are loaded once per worker, which takes a quarter of the time of loading
 * them for each suite. Coverage and mutation runs need jest's own runtime, see jest.isolated.config.cjs.
 */
module.exports = {
	...require('./jest.isolated.config.cjs'),
	testEnvironment: '<rootDir>/test/support/sharedEnvironment.cjs',
	runtime: '<rootDir>/test/support/sharedRuntime.cjs',
	// The node sleeps in steps of half a second, which nobody can end; jest waits no longer than that for a worker.
	workerGracefulExitTimeout: 5000,
};
