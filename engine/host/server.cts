import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export interface HttpServer {
	readonly port: number;
	close(): Promise<void>;
}

/** @param port 0 takes a free one */
export async function listen(
	port: number,
	handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<HttpServer> {
	const server = createServer(handle);
	await once(server.listen(port, '127.0.0.1'), 'listening');
	return { port: portOf(server), close: async () => await close(server) };
}

function portOf(server: Server): number {
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('No TCP address');
	return address.port;
}

/** Whoever still waits for an answer is cut off. */
async function close(server: Server): Promise<void> {
	const closed = new Promise((resolve) => server.close(resolve));
	server.closeAllConnections();
	await closed;
}
