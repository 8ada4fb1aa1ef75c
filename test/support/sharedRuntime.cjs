const vm = require('node:vm');
const { default: Runtime } = require('jest-runtime');
const { forgetBuilt, loadShared, resolveShared } = require('./sharedModules.cjs');

/**
 * A runtime of jest in which a suite shares the realm of its worker, and the modules that are loaded once per worker (see
 * sharedModules.cjs). Test files, the sources that unit tests import, and the built node are loaded anew for each suite.
 *
 * It replaces two methods of jest's that are not part of its public interface, so jest's version is pinned.
 */
module.exports = class SharedRuntime extends Runtime {
	constructor(...args) {
		super(...args);
		const { executor } = this;
		if (typeof executor?.compile !== 'function' || !executor.injectedModuleParameters) {
			throw new Error(
				'This version of jest-runtime has no executor.compile, which test/support/sharedRuntime.cjs replaces.',
			);
		}
		if (typeof super.requireModuleOrMock !== 'function') {
			throw new Error(
				'This version of jest-runtime has no requireModuleOrMock, which test/support/sharedRuntime.cjs replaces.',
			);
		}
		// jest compiles for a context of its own, and refuses the one that the worker itself runs in.
		executor.compile = (source, filename) =>
			vm.compileFunction(source, executor.injectedModuleParameters, {
				filename,
				importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
			});
	}

	requireModuleOrMock(from, name) {
		const file = name === '@jest/globals' ? undefined : resolveShared(from, name);
		return file === undefined ? super.requireModuleOrMock(from, name) : loadShared(file);
	}

	teardown() {
		super.teardown();
		forgetBuilt();
	}
};
// jest takes the default export of a module that has one.
module.exports.default = module.exports;
