/*
 * A hook that n8n runs as it starts. n8n loads the package from its folder by itself, but lists in
 * Settings > Community nodes only what its database knows. This enters it there as n8n does after it has
 * installed one, with n8n's own modules.
 */
const { createRequire } = require('node:module');
const { join } = require('node:path');

const NAME = 'n8n-nodes-meetergo';

const { MEETERGO_N8N_FOLDER, N8N_USER_FOLDER } = process.env;
const ofN8n = createRequire(join(MEETERGO_N8N_FOLDER, 'node_modules', 'n8n', 'package.json'));

async function listPackage() {
	const { Container } = ofN8n('@n8n/di');
	const { PackageDirectoryLoader } = ofN8n('n8n-core');
	const { CommunityPackagesService } = ofN8n(
		'./dist/modules/community-packages/community-packages.service.js',
	);
	const folder = join(N8N_USER_FOLDER, '.n8n', 'nodes', 'node_modules', NAME);
	// The one that n8n holds loads lazily, so it does not know its nodes.
	const loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
	const packages = Container.get(CommunityPackagesService);
	const listed = await packages.findInstalledPackage(NAME);
	if (listed) await packages.replaceInstalledPackage(listed, loader);
	else await packages.persistInstalledPackage(loader);
}

module.exports = { n8n: { ready: [listPackage] } };
