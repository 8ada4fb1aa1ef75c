/*
 * A hook that n8n runs as it starts. n8n loads the package from its folder by itself, but lists in
 * Settings > Community nodes only what its database knows. Uses n8n's own modules to enter it there.
 */
const { join } = require('node:path');

const NAME = 'n8n-nodes-meetergo';

/** @param {string} path of a module, below n8n's own code */
const ofN8n = (path) => require(join(process.env.MEETERGO_N8N_FOLDER, 'node_modules', 'n8n', path));

async function listPackage() {
	const { Container } = require(
		require.resolve('@n8n/di', {
			paths: [join(process.env.MEETERGO_N8N_FOLDER, 'node_modules', 'n8n')],
		}),
	);
	const { LoadNodesAndCredentials } = ofN8n('dist/load-nodes-and-credentials');
	const { CommunityPackagesService } = ofN8n(
		'dist/modules/community-packages/community-packages.service',
	);
	const loader = Container.get(LoadNodesAndCredentials).loaders[NAME];
	if (loader === undefined) return;
	const packages = Container.get(CommunityPackagesService);
	const listed = await packages.findInstalledPackage(NAME);
	if (listed) await packages.replaceInstalledPackage(listed, loader);
	else await packages.persistInstalledPackage(loader);
}

module.exports = { n8n: { ready: [listPackage] } };
