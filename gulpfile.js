const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
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

/** Lists the nodes and credentials in `dist/known` and `dist/types`, which n8n loads lazily. */
async function generateMetadata() {
	await run(process.execPath, [require.resolve('n8n-core/bin/generate-metadata')]);
}

exports.clean = clean;
exports.default = series(copyAssets, generateMetadata);
