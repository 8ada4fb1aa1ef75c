const DISK_FULL = /ENOSPC/;

const CAUSES = [
	[
		/gyp ERR!/,
		'A part of it has to be compiled on this machine. Install Python 3, make and a C++ compiler',
	],
	[/EACCES|EPERM|EROFS/, 'This folder cannot be written to. Check who owns it'],
	[
		/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/,
		'The npm registry cannot be reached. Check the network, or the proxy npm is set to',
	],
	[
		/EUSAGE/,
		'package.json and package-lock.json do not fit together. Bring them in line with: npm install',
	],
	[/EINTEGRITY/, 'A package arrived damaged. Empty the cache with: npm cache clean --force'],
	[/spawn .*npm.* ENOENT/, 'npm was not found. Install Node.js together with npm'],
];

/** @param {string} output what npm printed */
export function isDiskFull(output) {
	return DISK_FULL.test(output);
}

/**
 * Says why an installation failed and what to do.
 *
 * @param {string} output what npm printed
 * @param {number} gigabytes what the installation takes
 */
export function explainFailedInstallation(output, gigabytes = 2) {
	const cause = isDiskFull(output)
		? `The disk is full. Free about ${gigabytes} GB`
		: CAUSES.find(([sign]) => sign.test(output))?.[1];
	const lines = output.split('\n').filter((line) => line.trim() !== '');
	const errors = lines.filter((line) => /^npm (error|ERR!)/.test(line)).slice(0, 6);
	return [
		`\nThe packages could not be installed. ${cause ?? 'See what npm says below'}, then run the command again.`,
		'npm said:',
		...(errors.length > 0 ? errors : lines.slice(-6)).map((line) => `  ${line}`),
	].join('\n');
}
