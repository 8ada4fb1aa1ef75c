import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runInstalled, runNpm } from '../command.mjs';
import { changesBy } from './changes.mjs';
import { checkContents, packInto, scanPackage } from './tarball.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {(folder: string) => Promise<string | undefined>} run `folder` is a temporary one for all
 * steps. Resolves with what is wrong, for reading, or nothing.
 */

/** @type {Step[]} What is checked before the tests run, in this order. */
export const steps = [
	{ name: "n8n's lint", run: () => npm('run', 'lint') },
	{ name: 'Types of the nodes', run: () => tsc('tsconfig.json') },
	{ name: 'Types of the tools', run: () => tsc('tsconfig.tools.json') },
	{ name: 'Build', run: () => npm('run', 'build') },
	{ name: 'Generated docs are up to date', run: checkDocs },
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

async function tsc(project) {
	return failureOf(await runInstalled('typescript/bin/tsc', ['--noEmit', '-p', project]));
}

async function checkDocs() {
	if (!existsSync(join(ROOT, 'scripts', 'docs.cts'))) return undefined;
	let failure;
	const changed = await changesBy(async () => {
		failure = await npm('run', 'docs');
	});
	if (failure !== undefined || changed.length === 0) return failure;
	return `npm run docs changed files. Commit them:\n${changed.join('\n')}`;
}

function failureOf({ code, output }) {
	return code === 0 ? undefined : output;
}
