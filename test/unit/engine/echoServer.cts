import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';

export interface EchoServer {
	url: string;
	/** Resolves with the next request that is never answered. */
	hungRequest: Promise<IncomingMessage>;
	close(): Promise<void>;
}

/**
 * A server that answers with the key it was sent: in the header `x-echo` and the body. `/status/401`
 * answers with that status, `/once/500` does so the first time, `/hang` never answers.
 */
export async function startEchoServer(): Promise<EchoServer> {
	const { promise: hungRequest, resolve: hang } = withResolvers<IncomingMessage>();
	const seen = new Set<string>();
	const server = createServer((request, response) => {
		if (request.url === '/hang') return hang(request);
		const path = request.url ?? '';
		const status = path === '/once/500' && !seen.has(path) ? 500 : statusOf(path);
		seen.add(path);
		const key = String(request.headers['x-key'] ?? '');
		response.writeHead(status, { 'x-echo': key, 'content-type': 'application/json' });
		response.end(JSON.stringify({ key, account: { locked: key.includes('locked') } }));
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('No TCP address');
	return {
		url: `http://127.0.0.1:${address.port}`,
		hungRequest,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function statusOf(path: string): number {
	return Number(/^\/status\/(\d+)/.exec(path)?.[1] ?? 200);
}

function withResolvers<T>() {
	let resolve: (value: T) => void = () => {};
	const promise = new Promise<T>((settle) => {
		resolve = settle;
	});
	return { promise, resolve };
}
