const { execFile } = require('node:child_process');
const { rm, writeFile } = require('node:fs/promises');
const { resolve } = require('node:path');
const { promisify } = require('node:util');
const { dest, series, src } = require('gulp');

const run = promisify(execFile);

async function clean() {
	await rm('dist', { recursive: true, force: true });
}

/** What n8n reads beside the compiled code: icons, codex files and output schemas. */
function copyAssets() {
	return src('{nodes,credentials}/**/*.{svg,json}', { base: '.', encoding: false }).pipe(
		dest('dist'),
	);
}

/** Stores the form of the node as what it comes to: n8n needs it often, and working it out loads every operation. */
async function storeForm() {
	const file = resolve('dist/nodes/Meetergo/form.js');
	const text = JSON.stringify(JSON.stringify(require(file).form));
	await writeFile(file, `'use strict';\nexports.form = JSON.parse(${text});\n`);
}

/** Lists the nodes and credentials in `dist/known` and `dist/types`, which n8n loads lazily. */
async function generateMetadata() {
	await run(process.execPath, [require.resolve('n8n-core/bin/generate-metadata')]);
}

exports.clean = clean;
exports.default = series(copyAssets, storeForm, generateMetadata);
