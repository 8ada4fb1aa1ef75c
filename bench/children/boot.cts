import '../../engine/environment.cts';
import { LazyPackageDirectoryLoader, PackageDirectoryLoader } from 'n8n-core';
import { join, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import { PACKAGE_ROOT } from '../../engine/packages.cts';
import { serveTasks } from '../serveTasks.cts';

/* What n8n loads of the package when it starts, and whether what it reads instead is the same. */

const DIST = join(PACKAGE_ROOT, 'dist') + sep;

serveTasks(async () => {
	const lazy = new LazyPackageDirectoryLoader(PACKAGE_ROOT);
	await lazy.loadAll();
	const modules = loadedModules();

	const eager = new PackageDirectoryLoader(PACKAGE_ROOT);
	await eager.loadAll();
	if (!isDeepStrictEqual(overWire(lazy.types), overWire(eager.types))) {
		throw new Error('dist/types differs from the types of the modules. Build again.');
	}
	return { modules, modulesWhenUsed: loadedModules() };
});

function loadedModules(): number {
	return Object.keys(require.cache).filter((file) => file.startsWith(DIST)).length;
}

/**
 * n8n hands the types on as JSON, in which functions and what is undefined have no place. Of what it notes itself while
 * it loads eagerly, its own generator writes nothing either.
 */
function overWire(types: unknown): unknown {
	const written = (key: string, value: unknown) =>
		key === '__loadOptionsMethods' ? undefined : value;
	return JSON.parse(JSON.stringify(types, written));
}
