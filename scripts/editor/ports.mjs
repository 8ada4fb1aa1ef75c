import { once } from 'node:events';
import { createServer } from 'node:net';

const REASONS = {
	EADDRINUSE: 'is in use by another program',
	EACCES: 'may not be used by you',
};

/**
 * Says what keeps a port of this machine from being used.
 *
 * @param {number} port
 * @returns {Promise<string | undefined>} nothing when it is free
 */
export async function whyNotFree(port) {
	const server = createServer();
	try {
		server.listen(port, '127.0.0.1');
		await once(server, 'listening');
		return undefined;
	} catch ({ code }) {
		return REASONS[code] ?? `cannot be used (${code})`;
	} finally {
		server.close();
	}
}
