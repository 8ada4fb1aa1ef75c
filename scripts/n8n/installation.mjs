import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { endRunning } from '../command.mjs';
import { startProgress } from '../progress.mjs';
import { ensureCached } from './cache.mjs';
import { install } from './install.mjs';
import { headersOf } from './node24.mjs';
import { N8N, SQLITE3 } from './versions.mjs';

const GIGABYTES = 3.5;
/** How many there are, about: npm does not know before. */
const LOOK_UPS = 1800;
const PACKAGES = 2350;
/** n8n asks for a newer linkedom than every registry has, and old ones for an xlsx outside of any. */
const OVERRIDES = { linkedom: '0.18.12', xlsx: '0.18.5' };
const DRIVER = join('node_modules', 'sqlite3', 'build', 'Release', 'node_sqlite3.node');

/**
 * n8n itself, installed once for all clones on this machine.
 *
 * @param {string} node the program it will run on
 * @param {string} version
 * @returns {Promise<string>} its folder
 * @throws Error for reading
 */
export async function ensureN8n(node, version = N8N) {
	const driver = buildDriver(node);
	// What becomes of it is looked at below; a large download is not given up for it.
	driver.catch(() => {});
	const folder = await installN8n(node, version).catch(async (error) => {
		await endRunning();
		throw error;
	});
	const to = join(folder, DRIVER);
	if (!existsSync(to)) cpSync(join(await driver, DRIVER), to);
	return folder;
}

async function installN8n(node, version) {
	return await ensureCached(`n8n-${version}`, {
		gigabytes: GIGABYTES,
		make: async (folder) => {
			const progress = startProgress(
				`Installing n8n ${version} (first start only, about 3 GB, some minutes)`,
			);
			try {
				await install(
					folder,
					{ dependencies: { n8n: version }, overrides: OVERRIDES },
					{
						gigabytes: GIGABYTES,
						node,
						// Some refuse npm, others compile what n8n does without.
						args: ['--ignore-scripts'],
						onCount: (count) => progress.update(`Installing n8n, ${step(count)}`),
					},
				);
				progress.end('done');
			} catch (error) {
				progress.end('failed');
				throw error;
			}
		},
	});
}

function step({ lookedUp, fetched }) {
	if (fetched === 0) return `${lookedUp} of about ${LOOK_UPS} packages looked up`;
	return fetched < PACKAGES ? `${fetched} of about ${PACKAGES} packages fetched` : 'unpacking';
}

/** n8n's database driver, the one part of it that has to be fetched or compiled for the machine. */
async function buildDriver(node) {
	const headers = headersOf(node);
	return await ensureCached(`sqlite3-${SQLITE3}`, {
		gigabytes: 0.1,
		make: async (folder) => {
			await install(
				folder,
				{ dependencies: { sqlite3: SQLITE3 } },
				{
					gigabytes: 0.1,
					node,
					args: ['--ignore-scripts=false'],
					env: headers && { npm_config_nodedir: headers },
				},
			);
		},
	});
}
