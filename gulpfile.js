const { execFile } = require('node:child_process');
const { rm, writeFile } = require('node:fs/promises');
const { promisify } = require('node:util');
const { dest, series, src } = require('gulp');

const run = promisify(execFile);

/** Removes what is built, and the compiler's record of it (see scripts/ensureBuilt.mjs). */
async function clean() {
	await rm('dist', { recursive: true, force: true });
	await rm('node_modules/.cache/build.tsbuildinfo', { force: true });
}

/** What n8n reads beside the compiled code: icons, codex files and output schemas. */
function copyAssets() {
	// Two patterns, each with its folder first: one that begins with both is looked for in node_modules, too.
	const assets = ['nodes', 'credentials'].map((folder) => `${folder}/**/*.{svg,json}`);
	return src(assets, { base: '.', encoding: false }).pipe(dest('dist'));
}

/** Stores the form of the node as what it comes to: n8n needs it often, and working it out loads every operation. */
async function storeForm() {
	const { table } = require('./dist/nodes/Meetergo/actions');
	const { formOf } = require('./dist/nodes/Meetergo/actions/form/description');
	const text = JSON.stringify(JSON.stringify(formOf(table)));
	await writeFile(
		'dist/nodes/Meetergo/form.js',
		`'use strict';\nexports.form = JSON.parse(${text});\n`,
	);
}

/** Lists the nodes and credentials in `dist/known` and `dist/types`, which n8n loads lazily. */
async function generateMetadata() {
	await run(process.execPath, [require.resolve('n8n-core/bin/generate-metadata')]);
}

exports.clean = clean;
exports.default = series(copyAssets, storeForm, generateMetadata);
