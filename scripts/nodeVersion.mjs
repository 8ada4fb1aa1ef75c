/* In a syntax that old Node versions can read too, else they stop with a syntax error instead. */
const OLDEST_MAJOR = 20;

/** Whether this Node can run the project; if not, says so and sets the exit code. */
export function hasSupportedNode() {
	if (Number(process.versions.node.split('.')[0]) >= OLDEST_MAJOR) return true;
	console.error(
		'This needs Node.js ' +
			OLDEST_MAJOR +
			' or newer, but here is ' +
			process.version +
			'.\n' +
			'Install a newer one from https://nodejs.org and run the command again.',
	);
	process.exitCode = 1;
	return false;
}
