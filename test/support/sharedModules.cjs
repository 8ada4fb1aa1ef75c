const { createRequire, isBuiltin } = require('node:module');
const path = require('node:path');

require('tsx/cjs');

/*
 * Modules that Node's own loader loads, once per worker: installed packages, and what the tests are written with. Their module
 * variables are counters and caches. The built node is loaded by the same loader, but is forgotten after each suite: its rate
 * limiters and its memory of deliveries must not outlive one.
 */

const ROOT = path.join(__dirname, '..', '..');
const SHARED_FOLDERS = ['contract', 'engine', 'sandbox', 'scripts', 'bench'].map(folder);
const BUILT = folder('dist');
const PACKAGES = path.join(ROOT, 'engine', 'packages.cts');
const INSTALLED = `${path.sep}node_modules${path.sep}`;

/** What shared modules have set while they were loaded, by name: it stays as long as they do. */
const setByModules = { env: {}, globals: {} };

/** File by importing folder and name; `undefined` for a module that each suite loads anew. */
const resolved = new Map();

function folder(name) {
	return path.join(ROOT, name) + path.sep;
}

/**
 * The file of a module that is loaded once per worker.
 *
 * @param {string} from the importing file
 * @param {string} name as it is written in the import
 * @returns {string | undefined} nothing for a module that each suite loads anew
 */
function resolveShared(from, name) {
	if (isBuiltin(name)) return undefined;
	const key = `${path.dirname(from)}\n${name}`;
	if (!resolved.has(key)) resolved.set(key, resolve(from, name));
	return resolved.get(key);
}

function resolve(from, name) {
	const load = createRequire(from);
	if (!name.startsWith('.') && !path.isAbsolute(name)) {
		try {
			return load.resolve(name);
		} catch {
			// jest knows the modules of its own, and its error names where a missing one was looked for.
			return undefined;
		}
	}
	const file = path.resolve(path.dirname(from), name);
	const isShared =
		file.includes(INSTALLED) ||
		[BUILT, ...SHARED_FOLDERS].some((shared) => file.startsWith(shared));
	return isShared ? load.resolve(file) : undefined;
}

/**
 * Loads a module with Node's loader.
 *
 * @param {string} file
 */
function loadShared(file) {
	if (file in require.cache) return require(file);
	const before = snapshot();
	const loaded = require(file);
	const after = snapshot();
	Object.assign(setByModules.env, changes(before.env, after.env, Object.is));
	Object.assign(setByModules.globals, changes(before.globals, after.globals, isSameProperty));
	return loaded;
}

/**
 * The environment variables, and the globals with their property descriptors.
 *
 * @returns {{ env: Record<string, string>, globals: PropertyDescriptorMap }}
 */
function snapshot() {
	return { env: { ...process.env }, globals: Object.getOwnPropertyDescriptors(globalThis) };
}

/** Brings environment variables and globals back to a snapshot, with what shared modules have set since. */
function restore({ env, globals }) {
	const wantedEnv = { ...env, ...setByModules.env };
	for (const name of Object.keys(process.env)) if (!(name in wantedEnv)) delete process.env[name];
	Object.assign(process.env, wantedEnv);

	const wanted = { ...globals, ...setByModules.globals };
	for (const key of Reflect.ownKeys(globalThis)) {
		if (!Object.hasOwn(wanted, key)) Reflect.deleteProperty(globalThis, key);
	}
	for (const key of Reflect.ownKeys(wanted)) {
		const now = Object.getOwnPropertyDescriptor(globalThis, key);
		if (!isSameProperty(now, wanted[key])) Object.defineProperty(globalThis, key, wanted[key]);
	}
}

function changes(before, after, isSame) {
	const keys = Reflect.ownKeys(after).filter((key) => !isSame(before[key], after[key]));
	return Object.fromEntries(keys.map((key) => [key, after[key]]));
}

function isSameProperty(a, b) {
	return a?.value === b?.value && a?.get === b?.get && a?.set === b?.set;
}

/** Forgets the built node, and the community packages that the engine has loaded. */
function forgetBuilt() {
	const isBuilt = ({ filename }) => filename.startsWith(BUILT);
	for (const module of Object.values(require.cache)) {
		if (module === undefined) continue;
		if (isBuilt(module)) delete require.cache[module.filename];
		// Else the module that asked for it would keep it in memory.
		else if (module.children.some(isBuilt)) {
			module.children = module.children.filter((child) => !isBuilt(child));
		}
	}
	require.cache[PACKAGES]?.exports.forgetPackages();
}

module.exports = { forgetBuilt, loadShared, resolveShared, restore, snapshot };
