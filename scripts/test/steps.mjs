import { join } from 'node:path';
import { ROOT, runInstalled, runNpm } from '../command.mjs';
import { checkContents, packInto, scanPackage } from './tarball.mjs';

/** The compiler's record of what it has checked. */
const CHECKED_TOOLS = join(ROOT, 'node_modules', '.cache', 'tools.tsbuildinfo');

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {(folder: string) => Promise<string | undefined>} run `folder` is a temporary one for all
 * steps. Resolves with what is wrong, for reading, or nothing.
 */

/** @type {Step[]} What is checked beside the tests, the longest first. */
export const checks = [
	{ name: "n8n's lint", run: () => npm('run', 'lint') },
	{ name: 'Types of the tools', run: checkTools },
	{ name: 'Generated docs are up to date', run: () => npm('run', 'docs', '--', '--check') },
	{ name: "n8n's verification scan of the source", run: () => scanPackage(ROOT, 'source') },
	{ name: 'Contents of the package', run: async (folder) => checkContents(await packInto(folder)) },
	{
		name: "n8n's verification scan of the package",
		run: (folder) => scanPackage(join(folder, 'package'), 'package'),
	},
];

async function npm(...args) {
	return failureOf(await runNpm([...args, '--silent']));
}

async function checkTools() {
	const args = ['-p', 'tsconfig.tools.json', '--incremental', '--tsBuildInfoFile', CHECKED_TOOLS];
	return failureOf(await runInstalled('typescript/bin/tsc', args));
}

function failureOf({ code, output }) {
	return code === 0 ? undefined : output;
}
