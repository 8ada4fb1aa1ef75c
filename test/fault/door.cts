import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';

/** A TCP port before a server, which refuses connections while it is shut. */
export interface Door {
	readonly url: string;
	/** Connections that came through. */
	readonly passed: () => number;
	open(): Promise<void>;
	/** Refuses whoever comes next; who is inside already is served. */
	shut(): void;
}

/**
 * Builds an open door before the server at `inner`.
 * @param afterPassing called with the count of connections, before an answer goes back through the door
 */
export async function buildDoor(
	inner: string,
	afterPassing: (count: number, door: Door) => void = () => undefined,
): Promise<Door> {
	const target = Number(new URL(inner).port);
	let port = 0;
	let passed = 0;
	let server: Server | undefined;

	const door: Door = {
		get url() {
			return `http://127.0.0.1:${port}`;
		},
		passed: () => passed,
		async open() {
			server = createServer((outside) => {
				passed += 1;
				const inside = connect(target, '127.0.0.1');
				outside.pipe(inside);
				inside.once('data', () => afterPassing(passed, door));
				inside.pipe(outside);
				for (const socket of [inside, outside]) socket.on('error', () => socket.destroy());
			}).listen(port, '127.0.0.1');
			await once(server, 'listening');
			port = portOf(server);
		},
		shut() {
			server?.close();
			server = undefined;
		},
	};
	await door.open();
	return door;
}

/** Lets a server listen on this machine. @returns its address */
export async function listen(server: Server): Promise<string> {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return `http://127.0.0.1:${portOf(server)}`;
}

/** The port of a listening server. */
function portOf(server: Server): number {
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('Listens to no port');
	return address.port;
}
